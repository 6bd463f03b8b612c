import type { PageServerLoadEvent } from './$types';
import { asMember } from '#gate/gate.server.ts';
import { plannedPeople } from '#rooms/rounds/launch/read.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const round = await arrangedRound(tx, member, event.params.round);
    // After launch the living organisation has nothing to do with the round any more.
    return { round, plan: round.status === 'draft' ? await plannedPeople(tx, round) : null };
  }),
);
