import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { sayState } from '#rooms/plans/goals/commands.server.ts';
import { goalPage } from '#rooms/plans/goals/page/read.server.ts';
import { keeping } from '../../../typed.ts';
import { stateFrom } from '../../goal-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { goal, states, mayWrite } = found(await member.read((tx) => goalPage(tx, member, event.params.goal)));
  found(mayWrite || null);
  return { goal, number: states.length, list: `/${member.organisation.slug}/goals` };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await sayState(member, event.params.goal, stateFrom(form));
      redirect(303, `/${member.organisation.slug}/goals/${event.params.goal}?done=state`);
    });
  }),
} satisfies Actions;
