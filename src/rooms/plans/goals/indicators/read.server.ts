import type { Tx } from '#database/tenant.ts';
import type { Perspective } from '../schema.ts';
import type { Direction, Feedback, Indicator, Measured } from './schema.ts';

/** The indicators of a goal with their figures, in the order they were made. */
export async function indicatorsOf(tx: Tx, goalId: string): Promise<Indicator[]> {
  return indicatorsWith(tx, goalId, await valueRows(tx).where('goal_id', '=', goalId).orderBy('measured_on').execute());
}

/** The indicators of all goals, each with its newest figure only: what lists are made of, however much has been measured. */
export async function indicatorsAtNewest(tx: Tx): Promise<Indicator[]> {
  const newest = valueRows(tx).distinctOn(['goal_id', 'indicator_id']).orderBy('goal_id').orderBy('indicator_id');
  return indicatorsWith(tx, null, await newest.orderBy('measured_on', 'desc').execute());
}

type ValueRow = Awaited<ReturnType<ReturnType<typeof valueRows>['execute']>>[number];

async function indicatorsWith(tx: Tx, goalId: string | null, measured: readonly ValueRow[]): Promise<Indicator[]> {
  let query = tx
    .selectFrom('goal_indicators')
    .select(['goal_id', 'id', 'name', 'measure', 'direction', 'target', 'target_to', 'baseline', 'baseline_on'])
    .select(['feedback', 'feedback_name', 'perspective', 'made_at'])
    .orderBy('made_at')
    .orderBy('id');
  if (goalId !== null) query = query.where('goal_id', '=', goalId);
  const rows = await query.execute();
  // The id of an indicator came with a form: only with its goal's it is its own.
  const values = Map.groupBy(measured, (row) => `${row.goal_id} ${row.indicator_id}`);
  return rows.map((row) => ({
    id: row.id,
    goalId: row.goal_id,
    name: row.name,
    measure: row.measure,
    direction: row.direction as Direction,
    target: row.target,
    targetTo: row.target_to,
    baseline: row.baseline,
    baselineOn: row.baseline_on,
    feedback: row.feedback as Feedback,
    feedbackName: row.feedback_name,
    perspective: row.perspective as Perspective,
    madeAt: row.made_at,
    values: (values.get(`${row.goal_id} ${row.id}`) ?? []).map(presented),
  }));
}

function valueRows(tx: Tx) {
  return tx
    .selectFrom('goal_values')
    .select(['goal_id', 'indicator_id', 'measured_on', 'value', 'note', 'entered_by_name', 'entered_at']);
}

function presented(row: ValueRow): Measured {
  return { on: row.measured_on, value: row.value, note: row.note, by: row.entered_by_name, at: row.entered_at };
}
