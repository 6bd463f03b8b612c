import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { localDate, now } from '#base/time.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { bodiesOf } from '../../bodies/read.server.ts';
import { insertBody } from '../../bodies/write.server.ts';
import { mayEditFrameworks } from '../../policy.ts';
import { isDraft } from '../../rules.ts';
import type { VersionHead } from '../../schema.ts';
import { stepsOfVersions } from '../../steps/read.server.ts';
import { insertStep, lockFramework, type Recorder } from '../../steps/write.server.ts';
import { versionsOf } from '../read.server.ts';
import { planOf, type Plan, type PlannedVersion } from './plan/rules.ts';
import { readHistory } from './rules.ts';
import type { PastStep } from './schema.ts';
import { insertOlderVersion, markPublishedThen } from './write.server.ts';

/** What writing this history down would do. Nothing is changed. */
export async function planHistory(member: Member, frameworkId: string, text: string): Promise<Plan> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return inTenant(member, (tx) => readPlan(tx, frameworkId, text));
}

/** Writes a history down: all of it, or nothing when a line is wrong. */
export async function writeHistory(member: Member, frameworkId: string, text: string): Promise<Plan> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    await lockFramework(tx, frameworkId);
    const plan = await readPlan(tx, frameworkId, text);
    if (plan.problems.length > 0) throw new Problem('invalid', m.versions_problem_history());
    const actor = { personId: member.personId, name: member.name };
    for (const body of plan.bodies) await insertBody(tx, body);
    const newest = found((await versionsOf(tx, frameworkId)).at(-1));
    for (const planned of plan.versions.toReversed()) await writeVersion(tx, actor, newest, planned, plan);
    await record(tx, actor, {
      action: 'framework.history_added',
      object: { kind: 'framework', id: frameworkId, name: newest.title },
    });
    return plan;
  });
}

async function readPlan(tx: Tx, frameworkId: string, text: string): Promise<Plan> {
  const versions = await versionsOf(tx, frameworkId);
  if (versions.length === 0) throw new Problem('not_found');
  const { history, problems } = readHistory(text);
  const steps = await stepsOfVersions(
    tx,
    versions.map((version) => version.versionId),
  );
  const plan = planOf(history, versions, steps, await bodiesOf(tx, { retired: true }), localDate(now()));
  return { ...plan, problems: [...problems, ...plan.problems].sort((a, b) => a.line - b.line) };
}

async function writeVersion(tx: Tx, actor: Recorder, newest: VersionHead, planned: PlannedVersion, plan: Plan): Promise<void> {
  const versionId = planned.known?.versionId ?? (await makeVersion(tx, newest, planned));
  for (const step of planned.steps) await writeStep(tx, actor, versionId, step);
  const closed = planned.known !== null || planned.steps.some((step) => step.kind === 'superseded');
  if (!closed) await insertStep(tx, actor, { versionId, kind: 'superseded', ...supersession(planned, plan) });
}

async function makeVersion(tx: Tx, newest: VersionHead, { about, steps }: PlannedVersion): Promise<string> {
  const versionId = await insertOlderVersion(tx, {
    frameworkId: newest.frameworkId,
    title: about?.title || about?.framework?.title || newest.title,
    issuedBy: about?.framework?.organisation ?? newest.issuedBy,
    dated: about?.dated || about?.framework?.date || null,
    framework: about?.framework ?? null,
    sourceName: null,
  });
  const published = steps.find((step) => step.kind === 'published');
  if (published !== undefined) await markPublishedThen(tx, versionId, published.began.first);
  return versionId;
}

async function writeStep(tx: Tx, actor: Recorder, versionId: string, step: PastStep): Promise<void> {
  const bodies = await bodiesOf(tx, { retired: true });
  await insertStep(tx, actor, {
    versionId,
    kind: step.kind,
    bodyId: bodies.find((body) => body.name.toLowerCase() === step.body.toLowerCase())?.id ?? null,
    beganOn: step.began.first,
    endedOn: step.ended?.last ?? null,
    knownTo: step.began.knownTo,
    title: step.title,
    decision: step.decision,
    documentName: step.documentName,
    documentLink: step.documentLink,
  });
}

/** A wording is superseded when the next begins: on the day of the next one's first step, or of its own last where that is later. */
function supersession(
  { version, steps }: PlannedVersion,
  plan: Plan,
): { beganOn: string; knownTo: PastStep['began']['knownTo'] } {
  const next = plan.versions.find((one) => one.version === version + 1)?.steps.map((step) => step.began) ?? [];
  const [first] = next.sort((a, b) => a.first.localeCompare(b.first));
  const last = steps.map((step) => step.began).sort((a, b) => b.first.localeCompare(a.first))[0];
  const began = [first, last].flatMap((date) => date ?? []).sort((a, b) => b.first.localeCompare(a.first))[0];
  return { beganOn: began?.first ?? localDate(now()), knownTo: began?.knownTo ?? 'day' };
}

/** Takes away an older version that was added by mistake. What was published here, and what something was built on, stays. */
export async function removeOlderVersion(member: Member, versionId: string): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const head = found(await olderVersion(tx, versionId));
    if (!(await deleteUnused(tx, versionId))) throw new Problem('closed', m.versions_problem_older_stays());
    await tx
      .updateTable('frameworks')
      .set((eb) => ({ first_number: eb('first_number', '+', 1) }))
      .where('id', '=', head.frameworkId)
      .execute();
    const actor = { personId: member.personId, name: member.name };
    const object = { kind: 'framework_version', id: versionId, name: head.title };
    await record(tx, actor, { action: 'framework.deleted', object });
  });
}

/** False where the database holds on to the version: it was published here, or a round or a hearing is about it. */
async function deleteUnused(tx: Tx, versionId: string): Promise<boolean> {
  try {
    const deleted = await tx.deleteFrom('framework_versions').where('id', '=', versionId).executeTakeFirst();
    return deleted.numDeletedRows > 0n;
  } catch (thrown) {
    if ((thrown as { code?: unknown }).code === '23503' || (thrown as { code?: unknown }).code === '23001') return false;
    throw thrown;
  }
}

/** Only the oldest version can be taken away, so that the others keep their numbers; and never the only one. */
async function olderVersion(tx: Tx, versionId: string): Promise<VersionHead | null> {
  const row = await tx.selectFrom('framework_versions').select('framework_id').where('id', '=', versionId).executeTakeFirst();
  if (row === undefined) return null;
  await lockFramework(tx, row.framework_id);
  const versions = await versionsOf(tx, row.framework_id);
  const [oldest] = versions;
  return oldest?.versionId === versionId && versions.length > 1 && !isDraft(oldest) && oldest.supersededOn !== null
    ? oldest
    : null;
}
