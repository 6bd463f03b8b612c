import { found } from '#base/errors.ts';
import { asVisitor, keepForEverybody } from '#gate/visitor.server.ts';
import { publicReading } from '#rooms/frameworks/public/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asVisitor(async (visitor, event: PageServerLoadEvent) => {
  const { framework: address, version } = event.params;
  const level = event.url.searchParams.get('level');
  const reading = found(await visitor.read((tx) => publicReading(tx, { address, version, level })));
  keepForEverybody(event);
  return { organisation: visitor.organisation, reading };
});
