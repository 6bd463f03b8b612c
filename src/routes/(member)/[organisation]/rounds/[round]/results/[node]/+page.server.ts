import { asMember } from '#gate/gate.server.ts';
import { rollFor } from '#rooms/results/overview/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { round, roll, path, below, notes } = await member.read((tx) =>
    rollFor(tx, member, event.params.round, event.params.node),
  );
  return { title: round.title, roll, path, below, notes, home: `/${event.params.organisation}/rounds/${round.id}` };
});
