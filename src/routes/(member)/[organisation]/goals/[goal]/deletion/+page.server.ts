import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { deleteGoal } from '#rooms/plans/goals/commands.server.ts';
import { goalPage } from '#rooms/plans/goals/page/read.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const page = found(await member.read((tx) => goalPage(tx, member, event.params.goal)));
  found(page.mayWrite || null);
  return {
    goal: page.goal,
    indicators: page.indicators.length,
    figures: page.indicators.reduce((sum, one) => sum + one.values.length, 0),
    statements: page.restsOn.length,
    list: `/${member.organisation.slug}/goals`,
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    await deleteGoal(member, event.params.goal);
    redirect(303, `/${member.organisation.slug}/goals?done=deleted`);
  }),
} satisfies Actions;
