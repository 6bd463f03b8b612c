import { asMember } from '#gate/gate.server.ts';
import { openReport } from '#rooms/results/commands.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { report, own } = await openReport(member, event.params.round, event.params.leader);
  return { report, own, home: `/${event.params.organisation}/rounds/${event.params.round}` };
});
