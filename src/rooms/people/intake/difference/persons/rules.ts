import type { Change, OrganisationPlan, StandingOrganisation } from '../../schema.ts';
import type { OrganisationWrites, PersonRow } from '../rules.ts';

type Writes = Pick<
  OrganisationWrites,
  'newPersons' | 'changedPersons' | 'newEmployments' | 'changedEmployments' | 'endedEmployments'
>;
type Planned = OrganisationPlan['persons'][number];
type Employment = OrganisationPlan['employments'][number];
type StandingEmployment = StandingOrganisation['employments'][number];
type Known = {
  employments: Map<string, StandingEmployment>;
  persons: Map<string, StandingOrganisation['persons'][number]>;
  withoutNumber: Map<string, string>;
  codeOf: Map<string, string>;
};
export type PersonsDifference = {
  changes: Change[];
  unchanged: number;
  writes: Writes;
  employmentIdOf: Map<string, string>;
  /** Everybody who has an employment when the file is accepted. */
  personsLeft: Set<string>;
};

/** Persons and employments as the file says them, against those that stand. An employment is known by its number alone. */
export function comparePersons(
  plan: OrganisationPlan,
  standing: StandingOrganisation,
  unitIdOf: Map<string, string>,
  makeId: () => string,
): PersonsDifference {
  const known = knownOf(standing);
  const jobs = new Map(plan.employments.map((employment) => [employment.number, employment]));
  const claimed = new Set<string>();
  const difference: PersonsDifference = {
    changes: [],
    unchanged: 0,
    writes: noWrites(),
    employmentIdOf: new Map(),
    personsLeft: claimed,
  };
  for (const person of plan.persons) {
    const personId = personIdFor(person, known, claimed) ?? makeId();
    claimed.add(personId);
    const details = comparePerson(person, personId, known, difference.writes);
    for (const [index, number] of person.numbers.entries()) {
      const job = jobs.get(number);
      if (job === undefined) continue;
      const unitId = unitIdOf.get(job.unitCode) ?? '';
      compareEmployment({ person, personId, job, unitId, makeId, told: index === 0 ? details : [] }, known, difference);
    }
  }
  for (const employment of standing.employments) {
    if (employment.ended || jobs.has(employment.number)) continue;
    difference.writes.endedEmployments.push(employment.id);
    const name = known.persons.get(employment.personId)?.name ?? '';
    difference.changes.push({
      kind: 'employment',
      change: 'ended',
      key: employment.number,
      name,
      details: [{ field: 'unit', before: known.codeOf.get(employment.unitId) ?? '', after: '' }],
    });
  }
  return difference;
}

function noWrites(): Writes {
  return { newPersons: [], changedPersons: [], newEmployments: [], changedEmployments: [], endedEmployments: [] };
}

function knownOf(standing: StandingOrganisation): Known {
  const employed = new Set(standing.employments.map((employment) => employment.personId));
  const bare = standing.persons.filter((person) => !employed.has(person.id) && person.email !== null);
  return {
    employments: new Map(standing.employments.map((employment) => [employment.number, employment])),
    persons: new Map(standing.persons.map((person) => [person.id, person])),
    withoutNumber: new Map(bare.map((person) => [(person.email ?? '').toLowerCase(), person.id])),
    codeOf: new Map(standing.units.map((unit) => [unit.id, unit.code])),
  };
}

/**
 * Who this is: the person whose employment has one of the numbers. A person of two persons in the file is only claimed once. Somebody who
 * was written in by hand (the first HR person) has no number yet: only then the mail address decides.
 */
function personIdFor(person: Planned, known: Known, claimed: Set<string>): string | null {
  for (const number of person.numbers) {
    const id = known.employments.get(number)?.personId;
    if (id !== undefined && !claimed.has(id)) return id;
  }
  if (person.numbers.some((number) => known.employments.has(number))) return null;
  const bare = known.withoutNumber.get((person.email ?? '').toLowerCase());
  return bare !== undefined && !claimed.has(bare) ? bare : null;
}

function comparePerson(person: Planned, id: string, known: Known, writes: Writes): Change['details'] {
  const row: PersonRow = { id, name: person.name, email: person.email, language: person.language };
  const before = known.persons.get(id);
  if (before === undefined) {
    writes.newPersons.push(row);
    return [];
  }
  const details: Change['details'] = [];
  for (const field of ['name', 'email', 'language'] as const)
    if (before[field] !== row[field]) details.push({ field, before: before[field] ?? '', after: row[field] ?? '' });
  if (details.length > 0) writes.changedPersons.push(row);
  return details;
}

type Compared = {
  person: Planned;
  personId: string;
  job: Employment;
  unitId: string;
  makeId: () => string;
  told: Change['details'];
};

function compareEmployment(
  { person, personId, job, unitId, makeId, told }: Compared,
  known: Known,
  difference: PersonsDifference,
): void {
  const before = known.employments.get(job.number);
  const id = before?.id ?? makeId();
  difference.employmentIdOf.set(job.number, id);
  const change = { kind: 'employment', key: job.number, name: person.name } as const;
  if (before === undefined) {
    difference.writes.newEmployments.push({ id, personId, unitId, number: job.number, title: job.title });
    const details: Change['details'] = [{ field: 'unit', before: '', after: job.unitCode }];
    difference.changes.push({ ...change, change: 'new', details: [...details, ...told] });
    return;
  }
  const details: Change['details'] = [];
  const unitBefore = known.codeOf.get(before.unitId) ?? '';
  if (before.ended) details.push({ field: 'again', before: '', after: '' });
  if (unitBefore !== job.unitCode) details.push({ field: 'unit', before: unitBefore, after: job.unitCode });
  if (before.title !== job.title) details.push({ field: 'title', before: before.title, after: job.title });
  if (before.personId !== personId)
    details.push({ field: 'person', before: known.persons.get(before.personId)?.name ?? '', after: person.name });
  if (details.length > 0) difference.writes.changedEmployments.push({ id, personId, unitId, title: job.title });
  if (details.length + told.length > 0)
    difference.changes.push({ ...change, change: before.ended ? 'new' : 'changed', details: [...told, ...details] });
  else difference.unchanged++;
}
