import { asMember } from '#gate/gate.server.ts';
import { openReport } from '#rooms/results/commands.server.ts';
import { writableNotes } from '#rooms/results/context/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { report, own } = await openReport(member, event.params.round, event.params.leader);
  const writable = own ? await member.read((tx) => writableNotes(tx, member, event.params.round)) : [];
  return { report, own, writable, home: `/${event.params.organisation}/rounds/${event.params.round}` };
});
