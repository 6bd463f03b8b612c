import { ASSIGNED_ROLES, type Role } from './schema.ts';

/** The roles of a person with these assignments and employments. None at all means: not, or no longer, in the organisation. */
export function rolesOf(assigned: string[], employments: { live: boolean; leads: boolean }[]): Role[] {
  const live = employments.filter((employment) => employment.live);
  // Who has never had an employment here (the first HR person, a consultant) keeps what was assigned.
  if (employments.length > 0 && live.length === 0) return [];
  const roles: Role[] = ASSIGNED_ROLES.filter((role) => assigned.includes(role));
  if (live.some((employment) => employment.leads)) roles.push('leader');
  if (live.length > 0) roles.push('employee');
  return roles;
}
