import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { point, unpoint } from '#rooms/frameworks/write.server.ts';
import { ruleOf } from './rule/rules.ts';
import type { ActivityInput, HoldingInput } from './schema.ts';

/** The columns of an activity, from what a form holds. */
export function activityRow(input: ActivityInput, by: string) {
  const { every, beginsYear, beginsMonth, timing, endsYear } = ruleOf(input);
  return {
    name: input.name,
    kind: input.kind,
    how: input.how,
    responsible: input.responsible,
    unit_id: input.unit,
    framework_id: input.framework,
    page: input.page,
    months_between: every,
    begins_year: beginsYear,
    begins_month: beginsMonth,
    timing: timing.kind,
    day: timing.kind === 'day' ? timing.day : null,
    week: timing.kind === 'week' ? timing.week : null,
    ends_year: endsYear,
    changed_by_name: by,
    changed_at: now(),
  };
}

/** Writes a new activity down. Written twice with the same id, it is there once. */
export async function insertActivity(
  tx: Tx,
  activity: { id: string; countedFrom: string; by: string },
  input: ActivityInput,
): Promise<boolean> {
  const made = await tx
    .insertInto('activities')
    .values({
      organisation_id: await organisationOf(tx),
      id: activity.id,
      counted_from: activity.countedFrom,
      ...activityRow(input, activity.by),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) return false;
  await putStatements(tx, { id: activity.id, name: input.name }, input.statements);
  return true;
}

/** The statements an activity serves, in place of those it served; the statements know of it. */
export async function putStatements(
  tx: Tx,
  activity: { id: string; name: string },
  statements: readonly string[],
): Promise<void> {
  await tx.deleteFrom('activity_statements').where('activity_id', '=', activity.id).execute();
  await unpoint(tx, { kind: 'activity', usedId: activity.id });
  const organisation = await organisationOf(tx);
  for (const statementId of new Set(statements)) {
    await tx
      .insertInto('activity_statements')
      .values({ organisation_id: organisation, activity_id: activity.id, statement_id: statementId })
      .execute();
    await point(tx, { kind: 'activity', usedId: activity.id, statementId, title: activity.name });
  }
}

/** Says whether an activity was held the time it was due from a day; said again, it takes the new words. */
export async function putHolding(tx: Tx, activityId: string, holding: HoldingInput, by: string): Promise<void> {
  await removeHolding(tx, activityId, holding.dueOn);
  await tx
    .insertInto('activity_holdings')
    .values({
      organisation_id: await organisationOf(tx),
      activity_id: activityId,
      due_on: holding.dueOn,
      outcome: holding.outcome,
      held_on: holding.outcome === 'held' ? holding.heldOn : null,
      note: holding.note,
      recorded_by_name: by,
      recorded_at: now(),
    })
    .execute();
}

/** Takes back what was said about one time. */
export async function removeHolding(tx: Tx, activityId: string, dueOn: string): Promise<void> {
  await tx.deleteFrom('activity_holdings').where('activity_id', '=', activityId).where('due_on', '=', dueOn).execute();
}
