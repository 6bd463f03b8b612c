import { found, Problem } from '#base/errors.ts';
import { locale, m } from '#base/text.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { bodyOf } from '../bodies/read.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import { versionHead } from '../read.server.ts';
import type { VersionHead } from '../schema.ts';
import { storeDocument } from './documents/write.server.ts';
import { stepKindName } from './names/rules.ts';
import { daysInWords } from './presented/rules.ts';
import { mayTakeStep } from './policy.ts';
import { isInvited, stepsOf } from './read.server.ts';
import { canRemove } from './rules.ts';
import type { Step, StepInput } from './schema.ts';
import { lockFramework, takeStep } from './write.server.ts';

/** Writes down what has happened to a version. Who comes second is told what the first one wrote, and nothing is written. */
export async function recordStep(member: Member, versionId: string, input: StepInput, file: unknown = null): Promise<string> {
  return inTenant(member, async (tx) => {
    const head = await lockVisible(tx, member, versionId);
    const body = input.body === null ? null : await bodyOf(tx, input.body);
    if (!mayTakeStep(member, input.kind, body)) throw new Problem('not_found');
    const known = await stepsOf(tx, versionId);
    if (known.length > input.seen) throw new Problem('conflict', meanwhile(known));
    const documentId = await storeDocument(tx, head.frameworkId, file);
    const began = found(input.began);
    const id = await takeStep(tx, actor(member), {
      versionId,
      kind: input.kind,
      bodyId: input.body,
      beganOn: began.first,
      endedOn: input.ended?.last ?? null,
      knownTo: began.knownTo,
      title: input.title,
      decision: input.decision,
      documentName: input.documentName,
      documentLink: input.documentLink,
      documentId,
    });
    await record(tx, actor(member), {
      action: 'framework.step_taken',
      object: { kind: 'framework_version', id: versionId, name: `${head.title}: ${stepKindName(input.kind)}` },
    });
    return id;
  });
}

/** Takes away a step that was written down by mistake. What stood there when the version was published, stays. */
export async function removeStep(member: Member, versionId: string, stepId: string): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const head = await lockVisible(tx, member, versionId);
    const steps = await stepsOf(tx, versionId);
    const step = found(steps.find((one) => one.id === stepId));
    if (!canRemove(head, steps, step)) throw new Problem('closed', m.versions_problem_step_stays());
    await tx.deleteFrom('framework_steps').where('id', '=', step.id).execute();
    await record(tx, actor(member), {
      action: 'framework.step_removed',
      object: { kind: 'framework_version', id: versionId, name: `${head.title}: ${stepKindName(step.kind)}` },
    });
  });
}

async function lockVisible(tx: Tx, member: Member, versionId: string): Promise<VersionHead> {
  const head = found(await versionHead(tx, versionId));
  const visible = mayEditFrameworks(member) || head.publishedAt !== null || (await isInvited(tx, member.personId, versionId));
  if (!visible) throw new Problem('not_found');
  await lockFramework(tx, head.frameworkId);
  return found(await versionHead(tx, versionId));
}

/** What was written down last, for the one who came second. */
function meanwhile(steps: readonly Step[]): string {
  const latest = steps.reduce((a, b) => (b.recordedAt > a.recordedAt ? b : a));
  return m.versions_problem_meanwhile({
    name: latest.recordedBy,
    step: [stepKindName(latest.kind), latest.body?.name ?? ''].filter((part) => part !== '').join(', '),
    date: daysInWords(latest, locale()),
  });
}

function actor(member: Member): { personId: string; name: string } {
  return { personId: member.personId, name: member.name };
}
