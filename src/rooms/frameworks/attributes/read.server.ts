import { localDate, now } from '#base/time.ts';
import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import type { Level, Statement } from '../schema.ts';
import { strategiesOf } from '../strategies/read.server.ts';
import { notesOf } from './rules.ts';
import {
  ADDRESSEES,
  BINDINGS,
  EMPTY_COVER,
  type Attributes,
  type CoreTask,
  type Cover,
  type Duty,
  type LevelRule,
  type Notes,
  type StatementAttributes,
  type Weight,
} from './schema.ts';

/** Everything a version says beside its words. A version that is not there says nothing. */
export async function attributesOf(tx: Tx, versionId: string): Promise<Attributes> {
  const known = isId(versionId);
  return {
    cover: known ? await coverOf(tx, versionId) : EMPTY_COVER,
    coreTasks: known ? await coreTasksOf(tx, versionId) : [],
    levels: known ? await levelRulesOf(tx, versionId) : [],
    duties: known ? await dutiesOf(tx, versionId) : [],
    strategies: known ? await wholeStrategiesOf(tx, versionId) : [],
    statements: known ? await statementAttributesOf(tx, versionId) : {},
  };
}

/** What is said about each statement of a version, in names, for its reading pages. */
export async function readNotes(
  tx: Tx,
  versionId: string,
  statements: readonly Statement[],
  levels: readonly Level[],
): Promise<Record<string, Notes>> {
  return notesOf(statements, levels, await attributesOf(tx, versionId), await strategiesOf(tx), localDate(now()));
}

/** Why the version is there, for whom, how binding, who owns and wrote it. */
export async function coverOf(tx: Tx, versionId: string): Promise<Cover> {
  const row = await tx.selectFrom('framework_covers').selectAll().where('version_id', '=', versionId).executeTakeFirst();
  if (row === undefined) return EMPTY_COVER;
  return {
    purposes: row.purposes as string[],
    scope: row.scope,
    scopeUnits: row.scope_units as Cover['scopeUnits'],
    scopeLevels: row.scope_levels as Cover['scopeLevels'],
    binding: BINDINGS.find((binding) => binding === row.binding) ?? '',
    owner: row.owner,
    authors: row.authors as string[],
    contactName: row.contact_name,
    contactMail: row.contact_mail,
    input: row.input,
  };
}

/** The core tasks that the version's statements serve, in their order. */
export async function coreTasksOf(tx: Tx, versionId: string): Promise<CoreTask[]> {
  return tx
    .selectFrom('framework_core_tasks')
    .select(['id', 'name'])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute();
}

/** Who belongs to the version's levels, for the levels of which it says something. */
export async function levelRulesOf(tx: Tx, versionId: string): Promise<LevelRule[]> {
  const rows = await tx
    .selectFrom('framework_level_rules')
    .select(['level', 'definition', 'refers_to', 'transition', 'positions'])
    .where('version_id', '=', versionId)
    .orderBy('level')
    .execute();
  return rows.map(({ refers_to, positions, ...row }) => ({ ...row, refersTo: refers_to, positions: positions as number[] }));
}

/** The matrix of responsibility, in its order. */
export async function dutiesOf(tx: Tx, versionId: string): Promise<Duty[]> {
  const rows = await tx
    .selectFrom('framework_duties')
    .select(['id', 'task', 'parts'])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, parts: row.parts as Duty['parts'] }));
}

/** The strategies that the version as a whole builds on. */
export async function wholeStrategiesOf(tx: Tx, versionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('framework_strategies')
    .select('strategy_id')
    .where('version_id', '=', versionId)
    .orderBy('strategy_id')
    .execute();
  return rows.map((row) => row.strategy_id);
}

/** What is said about the version's statements, by statement. */
export async function statementAttributesOf(tx: Tx, versionId: string): Promise<Record<string, StatementAttributes>> {
  const said: Record<string, StatementAttributes> = {};
  const of = (id: string): StatementAttributes =>
    (said[id] ??= { addressees: [], coreTasks: [], values: [], strategies: [], weights: [] });
  const addressees = await tx
    .selectFrom('framework_addressees')
    .select(['statement_id', 'addressee'])
    .where('version_id', '=', versionId)
    .execute();
  for (const addressee of ADDRESSEES)
    for (const row of addressees) if (row.addressee === addressee) of(row.statement_id).addressees.push(addressee);
  const tasks = await tx
    .selectFrom('framework_core_task_statements')
    .select(['statement_id', 'core_task_id'])
    .where('version_id', '=', versionId)
    .orderBy('core_task_id')
    .execute();
  for (const row of tasks) of(row.statement_id).coreTasks.push(row.core_task_id);
  const values = await tx
    .selectFrom('framework_value_statements')
    .select(['statement_id', 'value_id'])
    .where('version_id', '=', versionId)
    .orderBy('value_id')
    .execute();
  for (const row of values) of(row.statement_id).values.push(row.value_id);
  const strategies = await tx
    .selectFrom('framework_strategy_statements')
    .select(['statement_id', 'strategy_id'])
    .where('version_id', '=', versionId)
    .orderBy('strategy_id')
    .execute();
  for (const row of strategies) of(row.statement_id).strategies.push(row.strategy_id);
  for (const row of await weightRows(tx, versionId))
    of(row.statement_id).weights.push({ level: row.level, weight: row.weight as Weight['weight'], words: row.words });
  return said;
}

function weightRows(tx: Tx, versionId: string) {
  return tx
    .selectFrom('framework_weights')
    .select(['statement_id', 'level', 'weight', 'words'])
    .where('version_id', '=', versionId)
    .orderBy('level')
    .execute();
}
