import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { remindRound } from '#rooms/rounds/reminders/commands.server.ts';
import { nextReminder } from '#rooms/rounds/reminders/read.server.ts';
import { keeping } from '../../typed.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const round = await arrangedRound(tx, member, event.params.round);
    return { round, ...(await nextReminder(tx, round)) };
  }),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await remindRound(member, event.params.round);
      redirect(303, `/${event.params.organisation}/rounds/${event.params.round}?done=reminded`);
    });
  }),
} satisfies Actions;
