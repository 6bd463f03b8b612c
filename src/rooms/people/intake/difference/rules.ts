// What has to change for the organisation to become what the file says. What is missing in the file ends; nothing is deleted.
import type { Change, ChangeKind, Counts, IntakeProblem, OrganisationPlan, StandingOrganisation } from '../schema.ts';
import { compareLeaders, compareLevels } from './leaders/rules.ts';
import { comparePersons } from './persons/rules.ts';
import { compareUnits } from './units/rules.ts';

/** The rows to write. Ids of what is new are made by the caller's `makeId`. */
export type OrganisationWrites = {
  levels: { position: number; name: string }[];
  newUnits: { id: string; code: string; name: string; parentId: string | null }[];
  changedUnits: { id: string; name: string; parentId: string | null }[];
  endedUnits: string[];
  newPersons: PersonRow[];
  changedPersons: PersonRow[];
  newEmployments: { id: string; personId: string; unitId: string; number: string; title: string }[];
  changedEmployments: { id: string; personId: string; unitId: string; title: string }[];
  endedEmployments: string[];
  newLeaderships: { unitId: string; employmentId: string; level: number }[];
  removedLeaderships: { unitId: string; employmentId: string }[];
};
export type PersonRow = { id: string; name: string; email: string | null; language: 'da' | 'en' | null };

export type Difference = {
  changes: Change[];
  counts: Record<ChangeKind, Counts>;
  writes: OrganisationWrites;
  problems: IntakeProblem[];
};

/** Compares what the file says with what stands. The order of the changes is the order in which people read them. */
export function compare(plan: OrganisationPlan, standing: StandingOrganisation, makeId: () => string): Difference {
  const levels = compareLevels(plan, standing);
  const units = compareUnits(plan, standing, makeId);
  const persons = comparePersons(plan, standing, units.idOf, makeId);
  const leaders = compareLeaders(plan, standing, units.idOf, persons.employmentIdOf);
  return {
    changes: [...levels.changes, ...units.changes, ...leaders.changes, ...persons.changes],
    counts: {
      level: countOf(levels.changes, levels.unchanged),
      unit: countOf(units.changes, units.unchanged),
      leadership: countOf(leaders.changes, leaders.unchanged),
      employment: countOf(persons.changes, persons.unchanged),
    },
    writes: { ...levels.writes, ...units.writes, ...persons.writes, ...leaders.writes },
    problems: hrIsLeft(standing, persons.personsLeft) ? [] : [{ code: 'last_hr', row: null, column: null, values: {} }],
  };
}

function countOf(changes: Change[], unchanged: number): Counts {
  const of = (word: Change['change']) => changes.filter((change) => change.change === word).length;
  return { new: of('new'), changed: of('changed'), ended: of('ended'), unchanged };
}

/** Would somebody who has HR's role still be here? An organisation that has nobody with it is not made worse. */
function hrIsLeft(standing: StandingOrganisation, personsLeft: Set<string>): boolean {
  const hr = standing.persons.filter((person) => person.hr);
  const everEmployed = new Set(standing.employments.map((employment) => employment.personId));
  return hr.length === 0 || hr.some((person) => personsLeft.has(person.id) || !everEmployed.has(person.id));
}

/** Does so much end that a person should say so once more? More than one in ten of the units or of the employments that are live. */
export function endsMuch(counts: Record<ChangeKind, Counts>): boolean {
  return [counts.unit, counts.employment].some((count) => {
    const live = count.ended + count.changed + count.unchanged;
    return count.ended * 10 > live;
  });
}
