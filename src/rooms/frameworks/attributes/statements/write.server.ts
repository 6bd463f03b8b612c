import { organisationOf, type Tx } from '#database/tenant.ts';
import type { StatementAttributes, Weight } from '../schema.ts';

const TABLES = [
  'framework_addressees',
  'framework_core_task_statements',
  'framework_value_statements',
  'framework_strategy_statements',
  'framework_weights',
] as const;

/** What is said about one statement, in place of what was said. */
export async function putStatement(tx: Tx, versionId: string, statementId: string, said: StatementAttributes): Promise<void> {
  await clearStatements(tx, versionId, [statementId]);
  await addStatements(tx, versionId, [[statementId, said]]);
}

/** Takes back what was said about some statements of a version, or about all. */
export async function clearStatements(tx: Tx, versionId: string, statementIds?: readonly string[]): Promise<void> {
  if (statementIds?.length === 0) return;
  for (const table of TABLES) {
    const rows = tx.deleteFrom(table).where('version_id', '=', versionId);
    await (statementIds === undefined ? rows : rows.where('statement_id', 'in', [...statementIds])).execute();
  }
}

/** Says more about statements; what is said already stays. */
export async function addStatements(tx: Tx, versionId: string, said: readonly [string, StatementAttributes][]): Promise<void> {
  const place = { organisation_id: await organisationOf(tx), version_id: versionId };
  const rowsOf = <T, R>(pick: (one: StatementAttributes) => readonly T[], row: (item: T) => R): (R & Row)[][] =>
    portions(said.flatMap(([id, one]) => pick(one).map((item) => ({ ...row(item), ...place, statement_id: id }))));
  for (const rows of rowsOf(
    ({ addressees }) => addressees,
    (addressee) => ({ addressee }),
  ))
    await tx
      .insertInto('framework_addressees')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const rows of rowsOf(
    ({ coreTasks }) => coreTasks,
    (id) => ({ core_task_id: id }),
  ))
    await tx
      .insertInto('framework_core_task_statements')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const rows of rowsOf(
    ({ values }) => values,
    (id) => ({ value_id: id }),
  ))
    await tx
      .insertInto('framework_value_statements')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const rows of rowsOf(
    ({ strategies }) => strategies,
    (id) => ({ strategy_id: id }),
  ))
    await tx
      .insertInto('framework_strategy_statements')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const rows of rowsOf(
    ({ weights }) => weights,
    ({ level, weight, words }) => ({ level, weight, words }),
  ))
    await tx
      .insertInto('framework_weights')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** The weights of some statements at the levels, in place of those they had. */
export async function putWeights(
  tx: Tx,
  versionId: string,
  of: readonly string[],
  weights: readonly (Weight & { statementId: string })[],
): Promise<void> {
  if (of.length === 0) return;
  await tx
    .deleteFrom('framework_weights')
    .where('version_id', '=', versionId)
    .where('statement_id', 'in', [...of])
    .execute();
  const place = { organisation_id: await organisationOf(tx), version_id: versionId };
  const rows = weights.map(({ statementId, level, weight, words }) => ({
    ...place,
    statement_id: statementId,
    level,
    weight,
    words,
  }));
  for (const some of portions(rows)) await tx.insertInto('framework_weights').values(some).execute();
}

type Row = { organisation_id: number; version_id: string; statement_id: string };

function portions<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / 1000) }, (_, index) => rows.slice(index * 1000, index * 1000 + 1000));
}
