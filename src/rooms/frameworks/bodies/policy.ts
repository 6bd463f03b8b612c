import type { Member } from '#rooms/people/proof.server.ts';
import { mayEditFrameworks } from '../policy.ts';

/** Says which bodies there are, what they may do, who acts for them, and which steps no version may leave out. */
export function mayArrangeBodies(member: Member): boolean {
  return mayEditFrameworks(member);
}
