import { found, Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { localDate, now } from '#base/time.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import { currentVersions } from '#rooms/frameworks/read.server.ts';
import { unpoint } from '#rooms/frameworks/write.server.ts';
import { postAll } from '#rooms/messages/write.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import type { TrailAction } from '#rooms/trail/schema.ts';
import { record } from '#rooms/trail/write.server.ts';
import { addressOf, leadersOf } from '../mail/read.server.ts';
import { unitsOfToday } from '../reach/read.server.ts';
import { currentStatements } from '../statements/read.server.ts';
import { mayKeepYear } from './policy.ts';
import { activityOf, mayRecord } from './read.server.ts';
import { ruleOf } from './rule/rules.ts';
import { timesToRecord } from './rules.ts';
import type { Activity, ActivityInput, HoldingInput } from './schema.ts';
import { activityRow, insertActivity, putHolding, putStatements, removeHolding } from './write.server.ts';

/** Puts an activity in the year wheel. The id comes with the form: sent twice, it is put there once. */
export async function makeActivity(member: Member, activityId: string, input: ActivityInput): Promise<void> {
  if (!mayKeepYear(member) || !isId(activityId)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    await checkChoices(tx, member, input, null);
    const today = localDate(now());
    const made = await insertActivity(tx, { id: activityId, countedFrom: today, by: member.name }, input);
    if (!made) return;
    await leaveTrail(tx, member, 'activity.saved', { id: activityId, name: input.name });
    await tellLeaders(tx, member, activityId, null);
  });
}

/** Changes an activity. Refused when somebody else has changed it since it was read. */
export async function saveActivity(member: Member, activityId: string, input: ActivityInput): Promise<void> {
  if (!mayKeepYear(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const stored = await lockedActivity(tx, activityId);
    if (stored.revision !== input.revision) throw new Problem('conflict', m.year_problem_written_since());
    await checkChoices(tx, member, input, stored);
    const moved = JSON.stringify(ruleOf(input)) !== JSON.stringify(stored.rule);
    await tx
      .updateTable('activities')
      .set({
        ...activityRow(input, member.name),
        revision: stored.revision + 1,
        // By a new rule nobody has missed anything yet.
        ...(moved ? { counted_from: localDate(now()) } : {}),
      })
      .where('id', '=', activityId)
      .execute();
    await putStatements(tx, { id: activityId, name: input.name }, input.statements);
    await leaveTrail(tx, member, 'activity.saved', { id: activityId, name: input.name });
    await tellLeaders(tx, member, activityId, stored.unitId);
  });
}

/** Says that an activity was held, or left out and why, one of the times it was due. */
export async function recordHolding(member: Member, activityId: string, input: HoldingInput): Promise<void> {
  await inTenant(member, async (tx) => {
    const activity = await activityToRecord(tx, member, activityId);
    const today = localDate(now());
    const offered = timesToRecord(activity, today).some((time) => time.from === input.dueOn);
    if (!offered) throw new Problem('invalid', '', { dueOn: m.year_problem_choice() });
    if (input.heldOn !== null && input.outcome === 'held' && input.heldOn > today)
      throw new Problem('invalid', '', { heldOn: m.year_problem_future() });
    await putHolding(tx, activityId, input, member.name);
    await leaveTrail(tx, member, 'activity.held', activity);
  });
}

/** Takes back what was said about one time. */
export async function takeBackHolding(member: Member, activityId: string, dueOn: string): Promise<void> {
  await inTenant(member, async (tx) => {
    const activity = await activityToRecord(tx, member, activityId);
    found(activity.holdings.find((holding) => holding.dueOn === dueOn));
    await removeHolding(tx, activityId, dueOn);
    await leaveTrail(tx, member, 'activity.held', activity);
  });
}

/** Takes an activity out of the wheel, with what was written about when it was held. */
export async function deleteActivity(member: Member, activityId: string): Promise<void> {
  if (!mayKeepYear(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const activity = await lockedActivity(tx, activityId);
    await unpoint(tx, { kind: 'activity', usedId: activityId });
    await tx.deleteFrom('activities').where('id', '=', activityId).execute();
    await leaveTrail(tx, member, 'activity.deleted', activity);
  });
}

/** Tells the leaders of the unit an activity lies with, when it did not lie there before. */
async function tellLeaders(tx: Tx, member: Member, activityId: string, before: string | null): Promise<void> {
  const { unitId, unit, name: activity } = await activityOf(tx, activityId);
  if (unitId === null || unitId === before) return;
  const link = await addressOf(tx, `year/${activityId}`);
  const leaders = (await leadersOf(tx, unitId)).filter((leader) => leader.personId !== member.personId);
  await postAll(
    tx,
    leaders.flatMap(({ name, email, language }) => {
      const parameters = { name, by: member.name, unit: unit ?? '', activity, link };
      return email === null ? [] : [{ template: 'activity' as const, address: email, language, parameters }];
    }),
  );
}

async function lockedActivity(tx: Tx, activityId: string): Promise<Activity> {
  if (!isId(activityId)) throw new Problem('not_found');
  await tx.selectFrom('activities').select('id').where('id', '=', activityId).forUpdate().execute();
  return activityOf(tx, activityId);
}

async function activityToRecord(tx: Tx, member: Member, activityId: string): Promise<Activity> {
  const activity = await lockedActivity(tx, activityId);
  if (!(await mayRecord(tx, member, activity))) throw new Problem('not_found');
  return activity;
}

/** What was chosen must be there, or have been chosen before it went away. */
async function checkChoices(tx: Tx, member: Member, input: ActivityInput, stored: Activity | null): Promise<void> {
  const units = new Set((await unitsOfToday(tx)).map((unit) => unit.id));
  const frameworks = new Set((await currentVersions(tx)).map((version) => version.frameworkId));
  const statements = await currentStatements(tx, member.organisation.slug);
  const wrong: Record<string, string> = {};
  if (input.unit !== null && !units.has(input.unit) && input.unit !== stored?.unitId) wrong['unit'] = m.year_problem_choice();
  if (input.framework !== null && !frameworks.has(input.framework) && input.framework !== stored?.frameworkId)
    wrong['framework'] = m.year_problem_choice();
  if (input.statements.some((id) => !statements.has(id) && !stored?.statements.includes(id)))
    wrong['statements'] = m.year_problem_choice();
  if (Object.keys(wrong).length > 0) throw new Problem('invalid', '', wrong);
}

function leaveTrail(tx: Tx, member: Member, action: TrailAction, activity: { id: string; name: string }): Promise<void> {
  const actor = { personId: member.personId, name: member.name };
  return record(tx, actor, { action, object: { kind: 'activity', id: activity.id, name: activity.name } });
}
