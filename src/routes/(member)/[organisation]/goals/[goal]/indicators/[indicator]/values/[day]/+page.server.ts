import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { indicatorPage } from '#rooms/plans/goals/page/read.server.ts';
import { changeValue, deleteValue } from '#rooms/plans/goals/values/commands.server.ts';
import { keeping, textOf } from '../../../../../../typed.ts';
import { valueFrom } from '../../../../../goal-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const page = found(await member.read((tx) => indicatorPage(tx, member, event.params)));
  const value = found(page.indicator.values.find((one) => one.on === event.params.day));
  return { ...page, value, was: value.at.toISOString(), list: `/${member.organisation.slug}/goals` };
});

const placeOf = ({ params }: RequestEvent) => ({ goalId: params.goal, indicatorId: params.indicator, on: params.day });
const above = ({ url }: RequestEvent) => url.pathname.slice(0, url.pathname.lastIndexOf('/'));

export const actions = {
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await changeValue(member, placeOf(event), { ...valueFrom(form), was: textOf(form, 'was') });
      redirect(303, `${above(event)}?done=saved`);
    });
  }),
  remove: asMemberAction(async (member, event: RequestEvent) => {
    await deleteValue(member, placeOf(event));
    redirect(303, `${above(event)}?done=deleted`);
  }),
} satisfies Actions;
