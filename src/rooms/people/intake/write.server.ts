import { sql } from 'kysely';
import { localDate, now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { insertPeople } from '../write.server.ts';
import type { OrganisationWrites } from './difference/rules.ts';
import type { Change, IntakeProblem, IntakeRow, IntakeSummary } from './schema.ts';

/** Makes the organisation what the writes say, in one go. What ends, ends today. */
export async function writeOrganisation(tx: Tx, writes: OrganisationWrites): Promise<void> {
  const organisation = await organisationOf(tx);
  const today = localDate(now());
  for (const level of writes.levels) await writeLevel(tx, organisation, level);
  await insertPeople(tx, { units: writes.newUnits, persons: writes.newPersons });
  await changeUnits(tx, writes.changedUnits);
  await changePersons(tx, writes.changedPersons);
  await removeLeaderships(tx, writes.removedLeaderships);
  await insertPeople(tx, { employments: writes.newEmployments });
  await changeEmployments(tx, writes.changedEmployments);
  await insertPeople(tx, { leaderships: writes.newLeaderships });
  await sql`update employments set ended_on = ${today} where id = any(${writes.endedEmployments}::uuid[])`.execute(tx);
  await sql`update units set ended_on = ${today} where id = any(${writes.endedUnits}::uuid[])`.execute(tx);
}

async function writeLevel(tx: Tx, organisation: number, level: { position: number; name: string }): Promise<void> {
  await tx.deleteFrom('leadership_levels').where('position', '=', level.position).execute();
  await tx
    .insertInto('leadership_levels')
    .values({ organisation_id: organisation, ...level })
    .execute();
}

async function changeUnits(tx: Tx, units: OrganisationWrites['changedUnits']): Promise<void> {
  if (units.length === 0) return;
  await sql`update units as u set name = c.name, parent_id = c.parent_id, ended_on = null
    from unnest(${units.map((unit) => unit.id)}::uuid[], ${units.map((unit) => unit.name)}::text[],
      ${units.map((unit) => unit.parentId)}::uuid[]) as c (id, name, parent_id)
    where u.organisation_id = current_organisation() and u.id = c.id`.execute(tx);
}

async function changePersons(tx: Tx, persons: OrganisationWrites['changedPersons']): Promise<void> {
  if (persons.length === 0) return;
  await sql`update persons as p set name = c.name, email = c.email, language = c.language
    from unnest(${persons.map((person) => person.id)}::uuid[], ${persons.map((person) => person.name)}::text[],
      ${persons.map((person) => person.email)}::text[], ${persons.map((person) => person.language)}::text[]) as c (id, name, email, language)
    where p.organisation_id = current_organisation() and p.id = c.id`.execute(tx);
}

async function changeEmployments(tx: Tx, employments: OrganisationWrites['changedEmployments']): Promise<void> {
  if (employments.length === 0) return;
  await sql`update employments as e set person_id = c.person_id, unit_id = c.unit_id, title = c.title, ended_on = null
    from unnest(${employments.map((job) => job.id)}::uuid[], ${employments.map((job) => job.personId)}::uuid[],
      ${employments.map((job) => job.unitId)}::uuid[], ${employments.map((job) => job.title)}::text[]) as c (id, person_id, unit_id, title)
    where e.organisation_id = current_organisation() and e.id = c.id`.execute(tx);
}

async function removeLeaderships(tx: Tx, places: OrganisationWrites['removedLeaderships']): Promise<void> {
  if (places.length === 0) return;
  await sql`delete from leaderships as l
    using unnest(${places.map((place) => place.unitId)}::uuid[], ${places.map((place) => place.employmentId)}::uuid[]) as c (unit_id, employment_id)
    where l.organisation_id = current_organisation() and l.unit_id = c.unit_id and l.employment_id = c.employment_id`.execute(tx);
}

export type Preview = { problems: IntakeProblem[]; summary: IntakeSummary; fingerprint: string; changes: Change[] };

/** Keeps an uploaded file with what it would change. Nothing of the organisation is touched. */
export async function keepIntake(
  tx: Tx,
  intake: { id: string; fileName: string; rows: IntakeRow[]; uploadedBy: string },
  preview: Preview,
): Promise<void> {
  await tx
    .insertInto('intakes')
    .values({
      organisation_id: await organisationOf(tx),
      id: intake.id,
      file_name: intake.fileName,
      rows: JSON.stringify(intake.rows),
      problems: JSON.stringify(preview.problems),
      summary: JSON.stringify(preview.summary),
      fingerprint: preview.fingerprint,
      uploaded_by: intake.uploadedBy,
    })
    .execute();
  await insertChanges(tx, intake.id, preview.changes);
}

/** Shows the difference anew when the organisation has changed since it was first shown. */
export async function renewIntake(tx: Tx, id: string, preview: Preview): Promise<void> {
  const { problems, summary, fingerprint } = preview;
  await tx
    .updateTable('intakes')
    .set({ problems: JSON.stringify(problems), summary: JSON.stringify(summary), fingerprint })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('intake_changes').where('intake_id', '=', id).execute();
  await insertChanges(tx, id, preview.changes);
}

/** Marks an intake as accepted and wipes its rows: what it said now stands in the organisation. */
export async function closeIntake(tx: Tx, id: string, personId: string): Promise<void> {
  await tx
    .updateTable('intakes')
    .set({ accepted_by: personId, accepted_at: now(), rows: '[]', problems: '[]' })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('intake_changes').where('intake_id', '=', id).execute();
}

/** Throws away intakes that nobody has accepted: one of them, or all from before a moment. */
export async function dropIntakes(tx: Tx, which: { id: string } | { before: Date }): Promise<void> {
  const query = tx.deleteFrom('intakes').where('accepted_at', 'is', null);
  await ('id' in which ? query.where('id', '=', which.id) : query.where('uploaded_at', '<', which.before)).execute();
}

async function insertChanges(tx: Tx, intakeId: string, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`insert into intake_changes (organisation_id, intake_id, position, kind, change, key, name, details)
    select current_organisation(), ${intakeId}, position, kind, change, key, name, details
    from unnest(${changes.map((change) => change.kind)}::text[], ${changes.map((change) => change.change)}::text[],
      ${changes.map((change) => change.key)}::text[], ${changes.map((change) => change.name)}::text[],
      ${changes.map((change) => JSON.stringify(change.details))}::jsonb[]) with ordinality as c (kind, change, key, name, details, position)`.execute(
    tx,
  );
}
