import type { PageServerLoadEvent } from './$types';
import { asMember } from '#gate/gate.server.ts';
import { charterOf } from '#rooms/rounds/charter/read.server.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read((tx) => charterOf(tx, member, event.params.round)),
);
