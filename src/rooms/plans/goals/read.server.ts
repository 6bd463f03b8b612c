import { sql } from 'kysely';
import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { PERSPECTIVES, type Goal, type GoalFields, type GoalKind, type GoalState, type SaidState } from './schema.ts';

/** All goals of the organisation, by title. */
export async function allGoals(tx: Tx): Promise<Goal[]> {
  return goalsWhere(tx, null);
}

/** One goal; null when there is none with this id. */
export async function goalOf(tx: Tx, goalId: string): Promise<Goal | null> {
  if (!isId(goalId)) return null;
  const [goal] = await goalsWhere(tx, goalId);
  return goal ?? null;
}

/** What has been said about how far a goal is, oldest first. */
export async function statesOf(tx: Tx, goalId: string): Promise<SaidState[]> {
  return (await stateRows(tx, goalId)).map(presentState);
}

/** The statements of a goal as they were called when they were chosen. */
export async function statementsOfGoal(tx: Tx, goalId: string): Promise<{ statementId: string; name: string }[]> {
  return tx
    .selectFrom('goal_statements')
    .select(['statement_id as statementId', 'name'])
    .where('goal_id', '=', goalId)
    .orderBy('name')
    .execute();
}

/** What a form of a goal is made of: the same for the same words, whoever reads it. */
export function fieldsOf(goal: Goal): GoalFields {
  const { title, why, kind, perspectives, unitId, source, sourceOn, begins, ends, statements } = goal;
  return { title, why, kind, perspectives, unitId, source, sourceOn, begins, ends, statements };
}

async function goalsWhere(tx: Tx, goalId: string | null): Promise<Goal[]> {
  let query = tx
    .selectFrom('goals as g')
    .leftJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 'g.organisation_id').onRef('u.id', '=', 'g.unit_id'))
    .select([
      'g.id',
      'g.unit_id',
      'g.title',
      'g.why',
      'g.kind',
      'g.perspectives',
      'g.source',
      'g.source_on',
      'g.begins',
      'g.ends',
    ])
    .select(['g.made_at', 'u.name as unit', 'u.ended_on'])
    .orderBy(sql`g.title collate "da-x-icu"`)
    .orderBy('g.id');
  if (goalId !== null) query = query.where('g.id', '=', goalId);
  const rows = await query.execute();
  const states = Map.groupBy(await stateRows(tx, goalId), (row) => row.goal_id);
  const statements = Map.groupBy(await statementRows(tx, goalId), (row) => row.goal_id);
  return rows.flatMap((row): Goal[] => {
    const state = states.get(row.id)?.at(-1);
    if (state === undefined) return [];
    return [
      {
        id: row.id,
        unitId: row.unit_id,
        unit: row.unit,
        unitEnded: row.ended_on !== null,
        title: row.title,
        why: row.why,
        kind: row.kind as GoalKind,
        perspectives: PERSPECTIVES.filter((one) => row.perspectives.includes(one)),
        source: row.source,
        sourceOn: row.source_on,
        begins: row.begins,
        ends: row.ends,
        statements: (statements.get(row.id) ?? []).map((one) => one.statement_id),
        state: presentState(state),
        madeAt: row.made_at,
      },
    ];
  });
}

async function stateRows(tx: Tx, goalId: string | null) {
  const query = tx
    .selectFrom('goal_states')
    .select(['goal_id', 'state', 'reason', 'said_by_name', 'said_at'])
    .orderBy('goal_id')
    .orderBy('number');
  return goalId === null ? query.execute() : query.where('goal_id', '=', goalId).execute();
}

async function statementRows(tx: Tx, goalId: string | null) {
  const query = tx.selectFrom('goal_statements').select(['goal_id', 'statement_id']).orderBy('statement_id');
  return goalId === null ? query.execute() : query.where('goal_id', '=', goalId).execute();
}

function presentState(row: { state: string; reason: string; said_by_name: string; said_at: Date }): SaidState {
  return { state: row.state as GoalState, reason: row.reason, by: row.said_by_name, at: row.said_at };
}
