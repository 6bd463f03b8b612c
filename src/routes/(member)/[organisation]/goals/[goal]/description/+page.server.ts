import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { saveGoal } from '#rooms/plans/goals/commands.server.ts';
import { goalForm, goalUnits } from '#rooms/plans/goals/page/read.server.ts';
import { keepingUnits } from '../../../unit-search.ts';
import { goalFrom } from '../../goal-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const paper = found(await member.read((tx) => goalForm(tx, member, event.params.goal)));
  return { paper, goal: found(paper.goal), list: `/${member.organisation.slug}/goals` };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const offer = (asked: { chosen: string[]; search: string }) => member.read((tx) => goalUnits(tx, member, asked));
    return keepingUnits(form, 'unitId', offer, async () => {
      await saveGoal(member, event.params.goal, goalFrom(form));
      redirect(303, `/${member.organisation.slug}/goals/${event.params.goal}?done=saved`);
    });
  }),
} satisfies Actions;
