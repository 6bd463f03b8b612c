import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { makeIndicator } from '#rooms/plans/goals/indicators/commands.server.ts';
import { goalPage } from '#rooms/plans/goals/page/read.server.ts';
import { keeping, textOf } from '../../../../typed.ts';
import { indicatorFrom } from '../../../goal-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { goal, mayWrite } = found(await member.read((tx) => goalPage(tx, member, event.params.goal)));
  found(mayWrite || null);
  return { id: newId(), goal, list: `/${member.organisation.slug}/goals` };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const id = await makeIndicator(member, event.params.goal, indicatorFrom(form), textOf(form, 'id'));
      redirect(303, `/${member.organisation.slug}/goals/${event.params.goal}/indicators/${id}/values?done=made`);
    });
  }),
} satisfies Actions;
