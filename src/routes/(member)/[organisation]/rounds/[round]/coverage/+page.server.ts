import type { PageServerLoadEvent } from './$types';
import { asMember } from '#gate/gate.server.ts';
import { coverageSheet } from '#rooms/rounds/questions/coverage/read.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const round = await arrangedRound(tx, member, event.params.round);
    return { round, ...(await coverageSheet(tx, round)) };
  }),
);
