import { found, Problem } from '#base/errors.ts';
import { isId, newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import type { TrailAction } from '#rooms/trail/schema.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayPlan } from '../reach/policy.ts';
import { reachOf, unitsOfToday } from '../reach/read.server.ts';
import { seenMark } from '../seen/rules.ts';
import { currentStatements } from '../statements/read.server.ts';
import { mayWriteGoal } from './policy.ts';
import { fieldsOf, goalOf, statementsOfGoal, statesOf } from './read.server.ts';
import type { Goal, GoalInput, StateInput } from './schema.ts';
import { addGoal, addState, changeGoal, removeGoal } from './write.server.ts';

/** Sets a goal for a unit or the whole organisation. It begins as planned. The id comes with the form: sent twice, it is set once. */
export async function makeGoal(member: Member, input: GoalInput, id: string = newId()): Promise<string> {
  if (!isId(id)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    const reach = await reachOf(tx, member);
    if (!mayPlan(reach)) throw new Problem('not_found');
    if (!mayWriteGoal(reach, input)) throw new Problem('invalid', '', { unitId: m.goals_problem_unit() });
    await requireUnit(tx, input.unitId);
    const { seen: _seen, ...fields } = input;
    const said = { state: 'planned' as const, reason: '', by: member.name };
    const made = await addGoal(tx, id, { fields, names: await namesOf(tx, input, new Map()), said });
    // What has the id already must be a goal this member may write.
    if (!made) await writtenGoal(tx, member, id);
    else await noteGoal(tx, member, 'goal.saved', { id, title: input.title });
    return id;
  });
}

/** Changes a goal. Refused when somebody else has changed it since the form was read. */
export async function saveGoal(member: Member, goalId: string, input: GoalInput): Promise<void> {
  await inTenant(member, async (tx) => {
    const goal = await writtenGoal(tx, member, goalId);
    if (seenMark(fieldsOf(goal)) !== input.seen) throw new Problem('conflict', m.goals_conflict());
    const { seen: _seen, ...fields } = input;
    if (fields.unitId !== goal.unitId) {
      if (!mayWriteGoal(await reachOf(tx, member), fields)) throw new Problem('invalid', '', { unitId: m.goals_problem_unit() });
      await requireUnit(tx, fields.unitId);
    }
    const kept = new Map((await statementsOfGoal(tx, goalId)).map((one) => [one.statementId, one.name]));
    await changeGoal(tx, goalId, fields, await namesOf(tx, input, kept));
    await noteGoal(tx, member, 'goal.saved', { id: goalId, title: input.title });
  });
}

/** Says how far a goal is. What was said before stays readable. */
export async function sayState(member: Member, goalId: string, input: StateInput): Promise<void> {
  await inTenant(member, async (tx) => {
    const goal = await writtenGoal(tx, member, goalId);
    const number = (await statesOf(tx, goalId)).length;
    if (number !== input.number) throw new Problem('conflict', m.goals_state_conflict());
    if (goal.state.state === input.state && goal.state.reason === input.reason) return;
    await addState(tx, goalId, number + 1, { state: input.state, reason: input.reason, by: member.name });
    await noteGoal(tx, member, 'goal.state_said', goal);
  });
}

/** Deletes a goal with its indicators and figures; the statements it rested on no longer say that it uses them. */
export async function deleteGoal(member: Member, goalId: string): Promise<void> {
  await inTenant(member, async (tx) => {
    const goal = await writtenGoal(tx, member, goalId);
    await removeGoal(tx, goalId);
    await noteGoal(tx, member, 'goal.deleted', goal);
  });
}

/** The goal, held for this transaction, for one who may change it; to anybody else it is not there to be changed. */
export async function writtenGoal(tx: Tx, member: Member, goalId: string): Promise<Goal> {
  if (!isId(goalId)) throw new Problem('not_found');
  await tx.selectFrom('goals').select('id').where('id', '=', goalId).forUpdate().execute();
  const goal = found(await goalOf(tx, goalId));
  if (!mayWriteGoal(await reachOf(tx, member), goal)) throw new Problem('not_found');
  return goal;
}

/** Writes down what was done with a goal. */
export async function noteGoal(
  tx: Tx,
  member: Member,
  action: TrailAction & `goal.${string}`,
  goal: { id: string; title: string },
): Promise<void> {
  const object = { kind: 'goal', id: goal.id, name: goal.title };
  await record(tx, { personId: member.personId, name: member.name }, { action, object });
}

async function requireUnit(tx: Tx, unitId: string | null): Promise<void> {
  if (unitId === null || (await unitsOfToday(tx)).some((unit) => unit.id === unitId)) return;
  throw new Problem('invalid', '', { unitId: m.goals_problem_unit() });
}

/** What each chosen statement is called: as it reads today, or as it was called when it was chosen, if it has gone since. */
async function namesOf(tx: Tx, input: GoalInput, kept: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const known = await currentStatements(tx, '');
  const names = new Map<string, string>();
  for (const id of input.statements) {
    const name = known.get(id)?.name ?? kept.get(id);
    if (name === undefined) throw new Problem('invalid', '', { statements: m.goals_problem_statement_gone() });
    names.set(id, name);
  }
  return names;
}
