import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { extendRound } from '#rooms/rounds/closing/commands.server.ts';
import { closingMoves } from '#rooms/rounds/closing/read.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { keeping } from '../../typed.ts';
import { closingFrom, failedClosing } from '../closing-form.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const round = await arrangedRound(tx, member, event.params.round);
    return { round, may: closingMoves(round).extend };
  }),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const closing = closingFrom(form);
    if (!closing.ok) return failedClosing(form, closing);
    return keeping(form, async () => {
      await extendRound(member, event.params.round, closing.moment);
      redirect(303, `/${event.params.organisation}/rounds/${event.params.round}?done=extended`);
    });
  }),
} satisfies Actions;
