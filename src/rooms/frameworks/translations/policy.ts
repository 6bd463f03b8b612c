import type { Member } from '#rooms/people/proof.server.ts';
import { mayEditFrameworks } from '../policy.ts';

/** Whoever leads the unit says what a framework means there; those who keep the frameworks may help. */
export function mayTranslate(member: Member, leaders: readonly string[]): boolean {
  return leaders.includes(member.personId) || mayEditFrameworks(member);
}
