import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { NewValue } from '../values/schema.ts';
import type { IndicatorFields } from './schema.ts';

type Place = { goalId: string; indicatorId: string };

/** Adds an indicator to a goal. */
export async function addIndicator(tx: Tx, { goalId, indicatorId }: Place, fields: IndicatorFields): Promise<void> {
  const organisation = await organisationOf(tx);
  await tx
    .insertInto('goal_indicators')
    .values({ organisation_id: organisation, goal_id: goalId, id: indicatorId, made_at: now(), ...columnsOf(fields) })
    .execute();
}

/** Writes what an indicator is now; its figures stay. */
export async function changeIndicator(tx: Tx, { goalId, indicatorId }: Place, fields: IndicatorFields): Promise<void> {
  await tx
    .updateTable('goal_indicators')
    .set(columnsOf(fields))
    .where('goal_id', '=', goalId)
    .where('id', '=', indicatorId)
    .execute();
}

/** Takes an indicator away with its figures. */
export async function removeIndicator(tx: Tx, { goalId, indicatorId }: Place): Promise<void> {
  await tx.deleteFrom('goal_indicators').where('goal_id', '=', goalId).where('id', '=', indicatorId).execute();
}

/** Adds figures. One that stands on the same day is an error of the caller. */
export async function addValues(tx: Tx, { goalId, indicatorId }: Place, values: readonly NewValue[], by: string): Promise<void> {
  if (values.length === 0) return;
  const organisation = await organisationOf(tx);
  await tx
    .insertInto('goal_values')
    .values(
      values.map(({ on, value, note }) => ({
        organisation_id: organisation,
        goal_id: goalId,
        indicator_id: indicatorId,
        measured_on: on,
        value,
        note,
        entered_by_name: by,
        entered_at: now(),
      })),
    )
    .execute();
}

/** Takes figures away. */
export async function removeValues(tx: Tx, { goalId, indicatorId }: Place, days: readonly string[]): Promise<void> {
  if (days.length === 0) return;
  await tx
    .deleteFrom('goal_values')
    .where('goal_id', '=', goalId)
    .where('indicator_id', '=', indicatorId)
    .where('measured_on', 'in', [...days])
    .execute();
}

function columnsOf(fields: IndicatorFields) {
  return {
    name: fields.name,
    measure: fields.measure,
    direction: fields.direction,
    target: fields.target,
    target_to: fields.targetTo,
    baseline: fields.baseline,
    baseline_on: fields.baselineOn,
    feedback: fields.feedback,
    feedback_name: fields.feedbackName,
    perspective: fields.perspective,
  };
}
