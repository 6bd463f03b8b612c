import { asMember } from '#gate/gate.server.ts';
import { auditFor } from '#rooms/results/overview/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { round, release, refusal } = await member.read((tx) => auditFor(tx, member, event.params.round));
  return { title: round.title, k: round.k, release, refusal, home: `/${event.params.organisation}/rounds/${round.id}` };
});
