import type { Member } from '#rooms/people/proof.server.ts';
import type { RoundFacts } from '#rooms/rounds/schema.ts';

/** What was special in a unit is for its own leader to say, as soon as the round is launched and for as long as it is read. */
export function mayWriteContext(member: Member, leader: { personId: string }, round: Pick<RoundFacts, 'status'>): boolean {
  return leader.personId === member.personId && round.status !== 'draft';
}
