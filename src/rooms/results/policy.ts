import type { Member } from '#rooms/people/proof.server.ts';

/** What a round froze about who sees results. */
export type SeeingRules = { superiorSees: boolean; hrSees: boolean; employeesSee: boolean };

type AskedAbout = { personId: string; superiorId: string | null };

/** A leader's report: the leader, the nearest leader above if the round says so, and HR if the round says so. Nobody else. */
export function mayReadReport(member: Member, leader: AskedAbout, rules: SeeingRules): boolean {
  if (leader.personId === member.personId) return true;
  if (rules.superiorSees && leader.superiorId === member.personId) return true;
  return mayReadEveryReport(member, rules);
}

/** HR, where the round says so. */
export function mayReadEveryReport(member: Member, rules: SeeingRules): boolean {
  return rules.hrSees && member.has('hr');
}

/** Roll-ups of many leaders: those who work with them, and every employee where the round says so. */
export function mayReadRolls(member: Member, rules: SeeingRules): boolean {
  return member.has('hr', 'management', 'med', 'leader') || (rules.employeesSee && member.has('employee'));
}

/** Employees see their own leader's figures by theme where the round says so. */
export function mayReadOwnLeader(rules: SeeingRules): boolean {
  return rules.employeesSee;
}

/** What was done to keep answers confidential: those who look after it on behalf of others. */
export function mayReadAudit(member: Member): boolean {
  return member.has('hr', 'med', 'management');
}
