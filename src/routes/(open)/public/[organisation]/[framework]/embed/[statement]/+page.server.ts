import { found } from '#base/errors.ts';
import { asVisitor, keepForEverybody, letFrame } from '#gate/visitor.server.ts';
import { frameOrigins, publicStatement } from '#rooms/frameworks/public/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asVisitor(async (visitor, event: PageServerLoadEvent) => {
  const { page, origins } = await visitor.read(async (tx) => ({
    page: found(await publicStatement(tx, event.params.framework, event.params.statement)),
    origins: await frameOrigins(tx),
  }));
  letFrame(event, origins);
  keepForEverybody(event);
  return { organisation: visitor.organisation, page };
});
