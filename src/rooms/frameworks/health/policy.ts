import type { Member } from '#rooms/people/proof.server.ts';

/** Those who look after whether the framework lives: who writes it, who leads the organisation, and MED. */
export function mayReadHealth(member: Member): boolean {
  return member.has('editor', 'hr', 'management', 'med');
}

/** Whose reading is counted. Those who work on the framework open it all the time; that says nothing about whether it is known. */
export function countsAsReader(member: Member): boolean {
  return !member.has('editor', 'hr');
}
