import { sql } from 'kysely';
import { isId } from '#base/ids.ts';
import { asLocale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { csvOf, rowsOf, TEMPLATE_ROWS } from './csv/rules.ts';
import { endsMuch } from './difference/rules.ts';
import { columnWord, problemSentence } from './problem/rules.ts';
import { isError } from './rules.ts';
import type { Change, IntakeProblem, IntakeRow, IntakeSummary, StandingOrganisation } from './schema.ts';

/** Everything the organisation holds, what has ended included, for a file to be compared with. Always in the same order. */
export async function standingOrganisation(tx: Tx): Promise<StandingOrganisation> {
  const levels = await tx.selectFrom('leadership_levels').select(['position', 'name']).orderBy('position').execute();
  const units = await tx
    .selectFrom('units')
    .select(['id', 'code', 'name', 'parent_id as parentId', 'ended_on'])
    .orderBy('code')
    .execute();
  const persons = await tx.selectFrom('persons').select(['id', 'name', 'email', 'language']).orderBy('id').execute();
  const employments = await tx
    .selectFrom('employments')
    .select(['id', 'person_id as personId', 'unit_id as unitId', 'number', 'title', 'ended_on'])
    .orderBy('number')
    .execute();
  const leaderships = await tx
    .selectFrom('leaderships')
    .select(['unit_id as unitId', 'employment_id as employmentId', 'level'])
    .orderBy('unit_id')
    .orderBy('employment_id')
    .execute();
  const hr = new Set(
    (await tx.selectFrom('role_assignments').select('person_id').where('role', '=', 'hr').execute()).map((row) => row.person_id),
  );
  return {
    levels,
    units: units.map(({ ended_on, ...unit }) => ({ ...unit, ended: ended_on !== null })),
    persons: persons.map((person) => ({ ...person, language: asLocale(person.language), hr: hr.has(person.id) })),
    employments: employments.map(({ ended_on, ...employment }) => ({ ...employment, ended: ended_on !== null })),
    leaderships,
  };
}

/** The names of the organisation's leadership levels, highest first. */
export async function leadershipLevels(tx: Tx): Promise<{ position: number; name: string }[]> {
  return tx.selectFrom('leadership_levels').select(['position', 'name']).orderBy('position').execute();
}

export type Intake = {
  id: string;
  fileName: string;
  uploadedBy: string;
  uploadedAt: Date;
  acceptedBy: string | null;
  acceptedAt: Date | null;
  summary: IntakeSummary;
};

/** The intakes of the organisation, newest first. */
export async function intakes(tx: Tx): Promise<Intake[]> {
  const rows = await intakeQuery(tx).orderBy('i.uploaded_at', 'desc').limit(50).execute();
  return rows.map(presented);
}

/** One intake with its problems. Null when there is none with this id here. */
export async function intake(tx: Tx, id: string): Promise<(Intake & { problems: IntakeProblem[] }) | null> {
  const row = await intakeQuery(tx).select('i.problems').where('i.id', '=', id).executeTakeFirst();
  return row === undefined ? null : { ...presented(row), problems: row.problems as IntakeProblem[] };
}

function intakeQuery(tx: Tx) {
  return tx
    .selectFrom('intakes as i')
    .innerJoin('persons as u', (join) =>
      join.onRef('u.organisation_id', '=', 'i.organisation_id').onRef('u.id', '=', 'i.uploaded_by'),
    )
    .leftJoin('persons as a', (join) =>
      join.onRef('a.organisation_id', '=', 'i.organisation_id').onRef('a.id', '=', 'i.accepted_by'),
    )
    .select([
      'i.id',
      'i.file_name as fileName',
      'u.name as uploadedBy',
      'i.uploaded_at as uploadedAt',
      'a.name as acceptedBy',
      'i.accepted_at as acceptedAt',
      'i.summary',
    ]);
}

function presented(row: Omit<Intake, 'summary'> & { summary: unknown }): Intake {
  const { id, fileName, uploadedBy, uploadedAt, acceptedBy, acceptedAt, summary } = row;
  return { id, fileName, uploadedBy, uploadedAt, acceptedBy, acceptedAt, summary: summary as IntakeSummary };
}

/** The rows and the fingerprint of an intake that waits, locked until the transaction ends. */
export async function waitingIntake(
  tx: Tx,
  id: string,
): Promise<{ rows: IntakeRow[]; problems: IntakeProblem[]; fingerprint: string; acceptedAt: Date | null } | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom('intakes')
    .select(['rows', 'problems', 'fingerprint', 'accepted_at as acceptedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : { ...row, rows: row.rows as IntakeRow[], problems: row.problems as IntakeProblem[] };
}

export type ChangeFilter = { search: string; kind: string; change: string };

/** One page of what an intake would change, and how many changes the filter leaves. */
export async function intakeChanges(
  tx: Tx,
  id: string,
  filter: ChangeFilter,
  page: number,
  size: number,
): Promise<{ changes: Change[]; total: number }> {
  let query = tx.selectFrom('intake_changes').where('intake_id', '=', id);
  if (filter.kind !== '') query = query.where('kind', '=', filter.kind);
  if (filter.change !== '') query = query.where('change', '=', filter.change);
  if (filter.search !== '') {
    const like = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([eb('key', 'ilike', like), eb('name', 'ilike', like), eb(sql<string>`details::text`, 'ilike', like)]),
    );
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .select(['kind', 'change', 'key', 'name', 'details'])
    .orderBy('position')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { changes: rows as unknown as Change[], total };
}

export type ProblemLine = { row: number | null; column: string; sentence: string };

/** An intake as its page shows it: problems as sentences in the reader's language, and whether so much ends that it must be confirmed. */
export async function intakePage(
  tx: Tx,
  id: string,
): Promise<(Intake & { errors: ProblemLine[]; warnings: ProblemLine[]; endsMuch: boolean }) | null> {
  if (!isId(id)) return null;
  const found = await intake(tx, id);
  if (found === null) return null;
  const { problems, ...rest } = found;
  const lines = (some: IntakeProblem[]): ProblemLine[] =>
    some.map((problem) => ({
      row: problem.row,
      column: problem.column === null ? '' : columnWord(problem.column),
      sentence: problemSentence(problem),
    }));
  return {
    ...rest,
    errors: lines(problems.filter(isError)),
    warnings: lines(problems.filter((problem) => !isError(problem))),
    endsMuch: rest.summary.counts !== null && endsMuch(rest.summary.counts),
  };
}

/** The organisation of today as a file that can be brought in again. */
export async function organisationFile(tx: Tx): Promise<string> {
  return csvOf(rowsOf(await standingOrganisation(tx)));
}

/** The example file to begin from. */
export function templateFile(): string {
  return csvOf(TEMPLATE_ROWS);
}
