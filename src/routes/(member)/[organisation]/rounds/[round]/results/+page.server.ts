import { asMember } from '#gate/gate.server.ts';
import { overviewOf } from '#rooms/results/overview/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  overview: await member.read((tx) => overviewOf(tx, member, event.params.round)),
  home: `/${event.params.organisation}/rounds/${event.params.round}`,
}));
