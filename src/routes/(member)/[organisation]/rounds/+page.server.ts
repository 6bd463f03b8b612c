import type { PageServerLoadEvent } from './$types';
import { asMember } from '#gate/gate.server.ts';
import { mayArrangeRounds, mayReadRules } from '#rooms/rounds/policy.ts';
import { allRounds } from '#rooms/rounds/read.server.ts';

export const load = asMember(async (member, _event: PageServerLoadEvent) => {
  const rounds = await member.read((tx) => allRounds(tx));
  return { arranges: mayArrangeRounds(member), rounds: rounds.filter((round) => mayReadRules(member, round)) };
});
