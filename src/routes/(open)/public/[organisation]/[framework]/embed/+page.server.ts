import { found } from '#base/errors.ts';
import { asVisitor, keepForEverybody, letFrame } from '#gate/visitor.server.ts';
import { frameOrigins, publicVersion } from '#rooms/frameworks/public/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asVisitor(async (visitor, event: PageServerLoadEvent) => {
  const { version, origins } = await visitor.read(async (tx) => ({
    version: found(await publicVersion(tx, event.params.framework)),
    origins: await frameOrigins(tx),
  }));
  letFrame(event, origins);
  keepForEverybody(event);
  return { organisation: visitor.organisation, version };
});
