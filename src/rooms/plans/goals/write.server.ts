import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { point, unpoint } from '#rooms/frameworks/write.server.ts';
import type { GoalFields, SaidState } from './schema.ts';

type Said = Pick<SaidState, 'state' | 'reason' | 'by'>;

/** Writes a new goal down, with its first state. `names`: what each statement it rests on is called. */
export async function addGoal(
  tx: Tx,
  goalId: string,
  goal: { fields: GoalFields; names: ReadonlyMap<string, string>; said: Said },
): Promise<boolean> {
  const made = await tx
    .insertInto('goals')
    .values({ organisation_id: await organisationOf(tx), id: goalId, ...columnsOf(goal.fields) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) return false;
  await addState(tx, goalId, 1, goal.said);
  await restOn(tx, goalId, goal.fields, goal.names);
  return true;
}

/** Writes what a goal is now. */
export async function changeGoal(tx: Tx, goalId: string, fields: GoalFields, names: ReadonlyMap<string, string>): Promise<void> {
  await tx.updateTable('goals').set(columnsOf(fields)).where('id', '=', goalId).execute();
  await tx.deleteFrom('goal_statements').where('goal_id', '=', goalId).execute();
  await unpoint(tx, { kind: 'goal', usedId: goalId });
  await restOn(tx, goalId, fields, names);
}

/** Says how far a goal is, after what was said before. */
export async function addState(tx: Tx, goalId: string, number: number, said: Said): Promise<void> {
  await tx
    .insertInto('goal_states')
    .values({
      organisation_id: await organisationOf(tx),
      goal_id: goalId,
      number,
      state: said.state,
      reason: said.reason,
      said_by_name: said.by,
      said_at: now(),
    })
    .execute();
}

/** Takes a goal away with everything that was said and measured of it, and out of the statements' uses. */
export async function removeGoal(tx: Tx, goalId: string): Promise<void> {
  await unpoint(tx, { kind: 'goal', usedId: goalId });
  await tx.deleteFrom('goals').where('id', '=', goalId).execute();
}

/** Keeps the statements a goal rests on, and marks them as used. */
async function restOn(tx: Tx, goalId: string, fields: GoalFields, names: ReadonlyMap<string, string>): Promise<void> {
  const organisation = await organisationOf(tx);
  for (const statementId of new Set(fields.statements)) {
    const name = names.get(statementId) ?? '';
    await tx
      .insertInto('goal_statements')
      .values({ organisation_id: organisation, goal_id: goalId, statement_id: statementId, name })
      .execute();
    await point(tx, { statementId, kind: 'goal', usedId: goalId, title: fields.title });
  }
}

function columnsOf(fields: GoalFields) {
  return {
    unit_id: fields.unitId,
    title: fields.title,
    why: fields.why,
    kind: fields.kind,
    perspectives: fields.perspectives,
    source: fields.source,
    source_on: fields.sourceOn,
    begins: fields.begins,
    ends: fields.ends,
  };
}
