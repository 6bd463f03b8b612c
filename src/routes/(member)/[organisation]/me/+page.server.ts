import type { PageServerLoadEvent } from './$types';
import { asMember } from '#gate/gate.server.ts';
import { writableNotes } from '#rooms/results/context/read.server.ts';
import type { WritableNote } from '#rooms/results/context/schema.ts';
import { overviewOf } from '#rooms/results/overview/read.server.ts';
import { invitationsOf } from '#rooms/rounds/invitations/read.server.ts';
import { dutiesOf } from '#rooms/rounds/named/read.server.ts';
import { allRounds } from '#rooms/rounds/read.server.ts';

type MyResult = { roundId: string; title: string; report: string | null; ownLeader: boolean };

export const load = asMember(async (member, _event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    // Released rounds in which there is a report about the member, or figures about the member's own leader.
    const results: MyResult[] = [];
    const notes: WritableNote[] = [];
    for (const round of await allRounds(tx)) {
      if (round.status !== 'closed') {
        notes.push(...(await writableNotes(tx, member, round.id)));
        continue;
      }
      const { released, reports, hasOwnLeader, writable } = await overviewOf(tx, member, round.id);
      if (!released) notes.push(...writable);
      const report = reports.find((one) => one.own)?.leaderId ?? null;
      if (released && (report !== null || hasOwnLeader))
        results.push({ roundId: round.id, title: round.title, report, ownLeader: hasOwnLeader });
    }
    return { invitations: await invitationsOf(tx, member.personId), duties: await dutiesOf(tx, member.personId), results, notes };
  }),
);
