import { asMember } from '#gate/gate.server.ts';
import { mineFor } from '#rooms/results/overview/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { round, mine } = await member.read((tx) => mineFor(tx, member, event.params.round));
  return { title: round.title, k: round.k, mine, home: `/${event.params.organisation}/rounds/${round.id}` };
});
