import type { Member } from '#rooms/people/proof.server.ts';
import type { RoundStatus } from './schema.ts';

/** Those who make, launch and close rounds. */
export function mayArrangeRounds(member: Member): boolean {
  return member.has('hr', 'editor');
}

/** Everybody may read who sees what in a round that is launched; MED also before, so that it can be talked about in time. */
export function mayReadRules(member: Member, round: { status: RoundStatus }): boolean {
  if (mayArrangeRounds(member)) return true;
  return round.status === 'draft' ? member.has('med') : member.roles.size > 0;
}
