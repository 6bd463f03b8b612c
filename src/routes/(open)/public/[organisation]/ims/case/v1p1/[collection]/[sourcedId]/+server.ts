import { origin } from '#gate/origin.server.ts';
import { asVisitor } from '#gate/visitor.server.ts';
import { caseThing } from '#rooms/frameworks/exchange/case/read.server.ts';
import { CASE_COLLECTIONS } from '#rooms/frameworks/exchange/case/schema.ts';
import { unknown } from '#rooms/frameworks/exchange/components/case-pages.ts';
import type { RequestEvent } from './$types';
import { answered, refused } from '../../answers.ts';

export const GET = asVisitor(async (visitor, event: RequestEvent) => {
  const { collection, sourcedId } = event.params;
  const known = CASE_COLLECTIONS.find((name) => name === collection);
  const { slug, name: publisher } = visitor.organisation;
  const service = { base: `${origin()}/public/${slug}/ims/case/v1p1`, publisher };
  const thing = known === undefined ? null : await visitor.read((tx) => caseThing(tx, service, known, sourcedId));
  return thing === null ? refused(unknown(sourcedId)) : answered(thing);
});
