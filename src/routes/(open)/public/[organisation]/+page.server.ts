import { asVisitor, keepForEverybody } from '#gate/visitor.server.ts';
import { publicFrameworks } from '#rooms/frameworks/public/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asVisitor(async (visitor, event: PageServerLoadEvent) => {
  const frameworks = await visitor.read((tx) => publicFrameworks(tx));
  keepForEverybody(event);
  return { organisation: visitor.organisation, frameworks };
});
