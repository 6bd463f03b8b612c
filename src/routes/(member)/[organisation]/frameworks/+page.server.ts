import { localDate, now } from '#base/time.ts';
import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { frameworkList } from '#rooms/frameworks/read.server.ts';
import { expiredStrategies } from '#rooms/frameworks/strategies/read.server.ts';
import { reviewsOf } from '#rooms/frameworks/versions/review/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const mayEdit = mayEditFrameworks(member);
  return {
    frameworks: await member.read((tx) => frameworkList(tx, { drafts: mayEdit })),
    expired: mayEdit ? await member.read((tx) => expiredStrategies(tx, localDate(now()))) : [],
    reviews: await member.read(async (tx) => Object.fromEntries(await reviewsOf(tx))),
    mayEdit,
    list: `/${member.organisation.slug}/frameworks`,
    deleted: event.url.searchParams.get('done') === 'deleted',
  };
});
