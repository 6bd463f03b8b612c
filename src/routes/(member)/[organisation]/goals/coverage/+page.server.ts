import { asMember } from '#gate/gate.server.ts';
import { goalCoverage } from '#rooms/plans/goals/coverage/read.server.ts';
import { reachOf } from '#rooms/plans/reach/read.server.ts';
import { mayPlan } from '#rooms/plans/reach/policy.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => ({
    coverage: await goalCoverage(tx, member.organisation.slug, event.url.searchParams.get('framework')),
    mayMake: mayPlan(await reachOf(tx, member)),
    list: `/${member.organisation.slug}/goals`,
  })),
);
