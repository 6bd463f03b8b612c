import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { printLetters } from '#rooms/rounds/invitations/commands.server.ts';
import { mailFrame, unitsToWriteTo } from '#rooms/rounds/invitations/read.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { keeping, textOf } from '../../typed.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const round = await arrangedRound(tx, member, event.params.round);
    if (round.status !== 'open') return { round, units: [], frame: null };
    const { origin, fingerprint, minutes } = await mailFrame(tx, round.id);
    return { round, units: await unitsToWriteTo(tx, round.id), frame: { address: `${origin}/answer`, fingerprint, minutes } };
  }),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const unit = textOf(form, 'unit');
      return { letters: await printLetters(member, event.params.round, { unitName: unit === '' ? null : unit }) };
    });
  }),
} satisfies Actions;
