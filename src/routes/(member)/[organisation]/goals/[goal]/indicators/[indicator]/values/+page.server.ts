import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { indicatorPage } from '#rooms/plans/goals/page/read.server.ts';
import { addValue, pasteValues } from '#rooms/plans/goals/values/commands.server.ts';
import { keeping } from '../../../../../typed.ts';
import { pastedFrom, valueFrom } from '../../../../goal-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  ...found(await member.read((tx) => indicatorPage(tx, member, event.params))),
  list: `/${member.organisation.slug}/goals`,
  done: event.url.searchParams.get('done'),
  count: Number(event.url.searchParams.get('count')) || 0,
}));

const placeOf = ({ params }: RequestEvent) => ({ goalId: params.goal, indicatorId: params.indicator });

export const actions = {
  add: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await addValue(member, placeOf(event), valueFrom(form));
      redirect(303, `${event.url.pathname}?done=added`);
    });
  }),
  paste: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const count = await pasteValues(member, placeOf(event), await pastedFrom(form));
      redirect(303, `${event.url.pathname}?done=pasted&count=${count}`);
    });
  }),
} satisfies Actions;
