import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { deleteRound } from '#rooms/rounds/commands.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { keeping } from '../../typed.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => ({ round: await arrangedRound(tx, member, event.params.round) })),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await deleteRound(member, event.params.round);
      redirect(303, `/${event.params.organisation}/rounds?done=deleted`);
    });
  }),
} satisfies Actions;
