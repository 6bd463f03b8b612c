import type { Role } from './schema.ts';

type Asking = { has: (...anyOf: Role[]) => boolean };

/** May see units, who leads them and who works in them. */
export function maySeeOrganisation(member: Asking): boolean {
  return member.has('hr', 'editor');
}

/** May bring in organisation data and say who has which role. */
export function mayArrangeOrganisation(member: Asking): boolean {
  return member.has('hr');
}
