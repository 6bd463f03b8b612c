import { found, Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { locale, m } from '#base/text.ts';
import { dayInWords, localDate, now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { bodyOf, requiredSteps } from '../bodies/read.server.ts';
import { versionHead } from '../read.server.ts';
import { stepKindName } from './names/rules.ts';
import { stepsOf } from './read.server.ts';
import { missingBefore, refusalOf, type Refusal } from './rules.ts';
import { RIGHT_FOR, type Precision, type StepKind } from './schema.ts';
import { stepsLeadingTo } from './chain/read.server.ts';

export type NewStep = {
  versionId: string;
  kind: StepKind;
  bodyId?: string | null;
  beganOn: string;
  endedOn?: string | null;
  knownTo?: Precision;
  title?: string;
  decision?: string;
  documentName?: string;
  documentLink?: string;
  documentId?: string | null;
};
export type Recorder = { personId: string | null; name: string };

/** Takes a framework for this transaction, published or not, so that what happens to its versions happens one after the other. */
export async function lockFramework(tx: Tx, frameworkId: string): Promise<void> {
  await tx.selectFrom('frameworks').select('id').where('id', '=', frameworkId).forUpdate().execute();
}

/**
 * Lets a version take a step, if the order of steps, the organisation's rule and the body's right allow it. Without authorisation: the
 * caller has asked who may.
 */
export async function takeStep(tx: Tx, recorder: Recorder, step: NewStep): Promise<string> {
  const head = found(await versionHead(tx, step.versionId));
  await lockFramework(tx, head.frameworkId);
  await requireRight(tx, step);
  if (step.beganOn > localDate(now())) throw new Problem('invalid', '', { began: m.versions_problem_future() });
  if (step.endedOn && step.endedOn < step.beganOn) throw new Problem('invalid', '', { ended: m.versions_problem_ends_before() });
  const dated = { kind: step.kind, beganOn: step.beganOn, endedOn: step.endedOn ?? null };
  const refusal = refusalOf(await stepsOf(tx, step.versionId), dated);
  if (refusal !== null) throw new Problem('invalid', '', { kind: refusalInWords(refusal) });
  await requireRule(tx, step.versionId, { kind: dated.kind, on: step.beganOn, field: 'kind' });
  return insertStep(tx, recorder, step);
}

/** Stops where a step that the organisation requires is missing before one of this kind. */
export async function requireRule(
  tx: Tx,
  versionId: string,
  { kind, on, field }: { kind: StepKind; on: string; field: string },
): Promise<void> {
  const taken = (await stepsLeadingTo(tx, versionId)).filter((step) => step.beganOn <= on);
  const missing = missingBefore(kind, taken, await requiredSteps(tx));
  if (missing.length > 0) throw new Problem('invalid', '', { [field]: refusalInWords({ why: 'missing', missing }) });
}

/** Writes a step down as it is: for what writes itself (published, superseded) and for history. */
export async function insertStep(tx: Tx, recorder: Recorder, step: NewStep): Promise<string> {
  const id = newId();
  await tx
    .insertInto('framework_steps')
    .values({
      organisation_id: await organisationOf(tx),
      version_id: step.versionId,
      id,
      kind: step.kind,
      body_id: step.bodyId ?? null,
      began_on: step.beganOn,
      ended_on: step.endedOn ?? null,
      known_to: step.knownTo ?? 'day',
      title: step.title ?? '',
      decision: step.decision ?? '',
      document_name: step.documentName ?? '',
      document_link: step.documentLink ?? '',
      document_id: step.documentId ?? null,
      recorded_by: recorder.personId,
      recorded_by_name: recorder.name,
    })
    .execute();
  return id;
}

/** Moves the day on which a step ends, for instance when a hearing is extended or closed early. */
export async function endStep(tx: Tx, stepId: string, on: string): Promise<void> {
  await tx.updateTable('framework_steps').set({ ended_on: on }).where('id', '=', stepId).execute();
}

async function requireRight(tx: Tx, step: NewStep): Promise<void> {
  if (step.bodyId === undefined || step.bodyId === null) return;
  const body = await bodyOf(tx, step.bodyId);
  if (body === null || body.retired) throw new Problem('invalid', '', { body: m.versions_problem_body() });
  const right = RIGHT_FOR[step.kind];
  if (right !== undefined && !body.rights.includes(right))
    throw new Problem('invalid', '', { body: m.versions_problem_right({ body: body.name, step: stepKindName(step.kind) }) });
}

/** Why a step cannot be taken, in the reader's language. */
export function refusalInWords(refusal: Refusal): string {
  if (refusal.why === 'missing')
    return m.versions_problem_missing({ steps: refusal.missing.map((kind) => stepKindName(kind).toLowerCase()).join(', ') });
  if (refusal.why === 'hearing_open')
    return m.versions_problem_hearing_open({ date: refusal.until === null ? '' : dayInWords(refusal.until, locale()) });
  if (refusal.after === 'superseded') return m.versions_problem_superseded();
  if (refusal.after === 'published') return m.versions_problem_published();
  return m.versions_problem_order({ after: stepKindName(refusal.after), next: stepKindName(refusal.next) });
}
