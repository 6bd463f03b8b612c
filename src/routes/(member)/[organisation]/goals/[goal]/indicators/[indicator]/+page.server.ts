import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { deleteIndicator, saveIndicator } from '#rooms/plans/goals/indicators/commands.server.ts';
import { indicatorPage } from '#rooms/plans/goals/page/read.server.ts';
import { keeping } from '../../../../typed.ts';
import { indicatorFrom } from '../../../goal-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  ...found(await member.read((tx) => indicatorPage(tx, member, event.params))),
  list: `/${member.organisation.slug}/goals`,
}));

const placeOf = ({ params }: RequestEvent) => ({ goalId: params.goal, indicatorId: params.indicator });

export const actions = {
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await saveIndicator(member, placeOf(event), indicatorFrom(form));
      redirect(303, `/${member.organisation.slug}/goals/${event.params.goal}?done=indicator#${event.params.indicator}`);
    });
  }),
  remove: asMemberAction(async (member, event: RequestEvent) => {
    await deleteIndicator(member, placeOf(event));
    redirect(303, `/${member.organisation.slug}/goals/${event.params.goal}?done=saved`);
  }),
} satisfies Actions;
