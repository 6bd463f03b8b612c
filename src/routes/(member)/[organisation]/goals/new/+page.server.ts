import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { makeGoal } from '#rooms/plans/goals/commands.server.ts';
import { goalForm, goalUnits } from '#rooms/plans/goals/page/read.server.ts';
import { textOf } from '../../typed.ts';
import { keepingUnits } from '../../unit-search.ts';
import { goalFrom } from '../goal-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  id: newId(),
  paper: found(await member.read((tx) => goalForm(tx, member, null))),
  suggested: event.url.searchParams.getAll('statement').slice(0, 20),
  list: `/${member.organisation.slug}/goals`,
  frameworks: `/${member.organisation.slug}/frameworks`,
}));

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const offer = (asked: { chosen: string[]; search: string }) => member.read((tx) => goalUnits(tx, member, asked));
    return keepingUnits(form, 'unitId', offer, async () => {
      const id = await makeGoal(member, goalFrom(form), textOf(form, 'id'));
      redirect(303, `/${member.organisation.slug}/goals/${id}?done=made`);
    });
  }),
} satisfies Actions;
