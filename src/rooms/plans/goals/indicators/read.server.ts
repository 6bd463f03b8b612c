import type { Tx } from '#database/tenant.ts';
import type { Perspective } from '../schema.ts';
import type { Direction, Feedback, Indicator, Measured } from './schema.ts';

/** The indicators of a goal with their figures, in the order they were made; of all goals when none is named. */
export async function indicatorsOf(tx: Tx, goalId: string | null): Promise<Indicator[]> {
  let query = tx
    .selectFrom('goal_indicators')
    .select(['goal_id', 'id', 'name', 'measure', 'direction', 'target', 'target_to', 'baseline', 'baseline_on'])
    .select(['feedback', 'feedback_name', 'perspective', 'made_at'])
    .orderBy('made_at')
    .orderBy('id');
  if (goalId !== null) query = query.where('goal_id', '=', goalId);
  const rows = await query.execute();
  const values = await valuesOf(tx, goalId);
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
    values: values.get(row.id) ?? [],
  }));
}

async function valuesOf(tx: Tx, goalId: string | null): Promise<Map<string, Measured[]>> {
  let query = tx
    .selectFrom('goal_values')
    .select(['indicator_id', 'measured_on', 'value', 'note', 'entered_by_name', 'entered_at'])
    .orderBy('indicator_id')
    .orderBy('measured_on');
  if (goalId !== null) query = query.where('goal_id', '=', goalId);
  const values = new Map<string, Measured[]>();
  for (const row of await query.execute()) {
    const measured = {
      on: row.measured_on,
      value: row.value,
      note: row.note,
      by: row.entered_by_name,
      at: row.entered_at,
    };
    values.set(row.indicator_id, [...(values.get(row.indicator_id) ?? []), measured]);
  }
  return values;
}
