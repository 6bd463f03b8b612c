type Asking = { has: (...anyOf: 'hr'[]) => boolean };

/** May see what everybody did with what belongs to the organisation: frameworks, rounds, organisation data, roles. */
export function maySeeWorkOfAll(member: Asking): boolean {
  return member.has('hr');
}
