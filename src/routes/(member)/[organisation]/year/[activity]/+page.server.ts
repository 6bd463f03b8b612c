import { redirect } from '@sveltejs/kit';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { deleteActivity, recordHolding, takeBackHolding } from '#rooms/plans/activities/commands.server.ts';
import { openActivity } from '#rooms/plans/activities/page/read.server.ts';
import { keeping, textOf } from '../../typed.ts';
import { holdingFrom } from '../activity-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  ...(await member.read((tx) => openActivity(tx, member, event.params.activity))),
  here: `/${member.organisation.slug}/year`,
  done: event.url.searchParams.get('done'),
}));

export const actions = {
  record: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await recordHolding(member, event.params.activity, holdingFrom(form));
      redirect(303, `${event.url.pathname}?done=recorded`);
    });
  }),
  takeBack: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await takeBackHolding(member, event.params.activity, textOf(form, 'dueOn'));
    redirect(303, `${event.url.pathname}?done=taken_back`);
  }),
  remove: asMemberAction(async (member, event: RequestEvent) => {
    await deleteActivity(member, event.params.activity);
    redirect(303, `/${member.organisation.slug}/year?done=deleted`);
  }),
} satisfies Actions;
