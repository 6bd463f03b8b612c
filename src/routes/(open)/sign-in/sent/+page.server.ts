import { asAnyone } from '#gate/gate.server.ts';
import { installation } from '#gate/installation.server.ts';

export const load = asAnyone(() => {
  const { demo, mailsAreKept } = installation();
  return Promise.resolve({ demo: demo && mailsAreKept });
});
