import { found, Problem } from '#base/errors.ts';
import { localDate, now } from '#base/time.ts';
import { asMember } from '#gate/gate.server.ts';
import { mayReadHealth } from '#rooms/frameworks/health/policy.ts';
import { frameworkHealth } from '#rooms/frameworks/health/read.server.ts';
import { expiredStrategies } from '#rooms/frameworks/strategies/read.server.ts';
import { reviewOf } from '#rooms/frameworks/versions/review/read.server.ts';
import { goalFollowUp } from '#rooms/plans/goals/followed/read.server.ts';
import { experienceOf } from '#rooms/results/experience/read.server.ts';
import { placesFor } from '../../places.ts';
import type { PageServerLoadEvent } from './$types';

/** What the framework's own room can tell, what the results of its rounds can, and what its goals can, each by its own rules of who sees what. */
export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayReadHealth(member)) throw new Problem('not_found');
  return member.read(async (tx) => {
    const health = found(await frameworkHealth(tx, event.params.framework, placesFor(tx, member)));
    const expired = await expiredStrategies(tx, localDate(now()));
    const home = `/${member.organisation.slug}`;
    return {
      health,
      experience: await experienceOf(tx, member, health.frameworkId),
      followed: await goalFollowUp(tx, health.versionId),
      review: await reviewOf(tx, health.frameworkId),
      expired: expired.filter((one) => one.frameworkId === health.frameworkId).map((one) => one.strategy),
      home,
      list: `${home}/frameworks`,
    };
  });
});
