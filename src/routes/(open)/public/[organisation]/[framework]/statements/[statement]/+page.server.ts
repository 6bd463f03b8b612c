import { found } from '#base/errors.ts';
import { origin } from '#gate/origin.server.ts';
import { asVisitor, keepForEverybody } from '#gate/visitor.server.ts';
import { publicStatement } from '#rooms/frameworks/public/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asVisitor(async (visitor, event: PageServerLoadEvent) => {
  const page = found(await visitor.read((tx) => publicStatement(tx, event.params.framework, event.params.statement)));
  keepForEverybody(event);
  return { organisation: visitor.organisation, page, address: `${origin()}${event.url.pathname}` };
});
