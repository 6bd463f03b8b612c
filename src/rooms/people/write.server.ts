import { sql } from 'kysely';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { AssignedRole, PeopleRows } from './schema.ts';

/** Rows in one statement: as arrays they need one parameter per column, so the number of rows is free. */
const BATCH = 10_000;

/** Inserts levels, units, persons, employments and leaderships with the ids the caller has made. Fast for a whole municipality. */
export async function insertPeople(tx: Tx, rows: Partial<PeopleRows>): Promise<void> {
  const organisation = await organisationOf(tx);
  const { levels = [], units = [], persons = [], employments = [], leaderships = [] } = rows;
  await insertLevels(tx, organisation, levels);
  // All units in one statement: a unit may come before the unit above it, and the foreign key is checked when the statement ends.
  if (units.length > 0) await insertUnits(tx, organisation, units);
  for (const some of batches(persons)) await insertPersons(tx, organisation, some);
  for (const some of batches(employments)) await insertEmployments(tx, organisation, some);
  for (const some of batches(leaderships)) await insertLeaderships(tx, organisation, some);
}

/** Lets one transaction at a time change the organisation's units, people and roles. The next one waits, and then sees what was done. */
export async function lockOrganisation(tx: Tx): Promise<void> {
  const organisation = await organisationOf(tx);
  await tx
    .insertInto('organisation_settings')
    .values({ organisation_id: organisation })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .selectFrom('organisation_settings')
    .select('language')
    .where('organisation_id', '=', organisation)
    .forUpdate()
    .execute();
}

/** Gives people roles that do not follow from organisation data. */
export async function assignRoles(tx: Tx, assignments: { personId: string; role: AssignedRole }[]): Promise<void> {
  if (assignments.length === 0) return;
  const organisation = await organisationOf(tx);
  await tx
    .insertInto('role_assignments')
    .values(
      assignments.map((assignment) => ({ organisation_id: organisation, person_id: assignment.personId, role: assignment.role })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insertLevels(tx: Tx, organisation: number, levels: string[]): Promise<void> {
  if (levels.length === 0) return;
  const rows = levels.map((name, index) => ({ organisation_id: organisation, position: index + 1, name }));
  await tx.insertInto('leadership_levels').values(rows).execute();
}

async function insertUnits(tx: Tx, organisation: number, units: PeopleRows['units']): Promise<void> {
  await sql`insert into units (organisation_id, id, code, name, parent_id, ended_on)
    select ${organisation}, * from unnest(${units.map((unit) => unit.id)}::uuid[], ${units.map((unit) => unit.code)}::text[],
      ${units.map((unit) => unit.name)}::text[], ${units.map((unit) => unit.parentId)}::uuid[],
      ${units.map((unit) => unit.endedOn ?? null)}::date[])`.execute(tx);
}

async function insertPersons(tx: Tx, organisation: number, persons: PeopleRows['persons']): Promise<void> {
  await sql`insert into persons (organisation_id, id, name, email, language)
    select ${organisation}, * from unnest(${persons.map((person) => person.id)}::uuid[], ${persons.map((person) => person.name)}::text[],
      ${persons.map((person) => person.email)}::text[], ${persons.map((person) => person.language)}::text[])`.execute(tx);
}

async function insertEmployments(tx: Tx, organisation: number, employments: PeopleRows['employments']): Promise<void> {
  await sql`insert into employments (organisation_id, id, person_id, unit_id, number, title, ended_on)
    select ${organisation}, * from unnest(${employments.map((job) => job.id)}::uuid[], ${employments.map((job) => job.personId)}::uuid[],
      ${employments.map((job) => job.unitId)}::uuid[], ${employments.map((job) => job.number)}::text[],
      ${employments.map((job) => job.title)}::text[], ${employments.map((job) => job.endedOn ?? null)}::date[])`.execute(tx);
}

async function insertLeaderships(tx: Tx, organisation: number, leaderships: PeopleRows['leaderships']): Promise<void> {
  await sql`insert into leaderships (organisation_id, unit_id, employment_id, level)
    select ${organisation}, * from unnest(${leaderships.map((row) => row.unitId)}::uuid[],
      ${leaderships.map((row) => row.employmentId)}::uuid[], ${leaderships.map((row) => row.level)}::int[])`.execute(tx);
}

function* batches<T>(rows: T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}
