import { statementsFor } from '../../attributes/rules.ts';
import type { Addressee, Attributes } from '../../attributes/schema.ts';
import type { Matrix } from '../../matrix/rules.ts';
import type { Level, Statement } from '../../schema.ts';
import { roleDescription, type RoleDescription } from '../rules.ts';

/** What a framework says to one reader: by whom it speaks to, and about the levels of the leaders the reader meets. */
export type Expectations = {
  /** What the organisation promises, what is expected of me as an employee, what is ours together in the local trio. */
  organisation: Statement[];
  employees: Statement[];
  trio: Statement[];
  /** What is said to every leader, whatever the level. */
  leaders: Statement[];
  /** What I can expect of my nearest leader, at that leader's level. */
  leader: RoleDescription | null;
  /** What is expected of me as a leader. */
  own: RoleDescription | null;
};

/** Sorts what a framework says by whom it speaks to. Headings are left out: their words are the path of what stands below them. */
export function expectationsOf(
  version: { statements: readonly Statement[]; matrix: Matrix | null; attributes: Attributes },
  levels: { leader: Level | null; own: Level | null },
): Expectations {
  const spoken = (addressee: Addressee): Statement[] =>
    statementsFor(addressee, version.statements, version.attributes).filter((one) => one.text !== null && one.level === null);
  const role = (level: Level | null): RoleDescription | null =>
    level === null ? null : roleDescription(level, version.statements, version.matrix);
  return {
    organisation: spoken('organisation'),
    employees: spoken('employees'),
    trio: spoken('trio'),
    leaders: spoken('leaders'),
    leader: role(levels.leader),
    own: role(levels.own),
  };
}

/** Does the framework say anything at all to this reader? */
export function saysSomething(expectations: Expectations): boolean {
  const said = (role: RoleDescription | null): number =>
    role === null ? 0 : role.groups.length + role.others.length + role.common.length;
  return (
    expectations.organisation.length + expectations.employees.length + expectations.trio.length > 0 ||
    expectations.leaders.length > 0 ||
    said(expectations.leader) + said(expectations.own) > 0
  );
}
