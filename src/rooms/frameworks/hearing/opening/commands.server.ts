import { randomBytes } from 'node:crypto';
import { found, Problem } from '#base/errors.ts';
import { isId, newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { localDate, now } from '#base/time.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { lockDraft } from '../../draft/lock/write.server.ts';
import { statementsOf, versionHead } from '../../read.server.ts';
import { lockFramework, takeStep } from '../../steps/write.server.ts';
import { inviteBodies } from '../invitations/write.server.ts';
import { mayHoldHearings } from '../policy.ts';
import { hearingFacts, hearingsOfVersion } from '../read.server.ts';
import { FEWEST_EMPLOYEES, type HearingInput } from '../schema.ts';
import { recordHearing } from '../write.server.ts';
import { bodiesToAsk } from './read.server.ts';

/**
 * Opens a hearing on a draft: its text is kept as it stands, the bodies asked get a mail. `hearingId` is made with the form, so that a form
 * sent twice opens one hearing.
 */
export async function openHearing(
  member: Member,
  at: { versionId: string; hearingId: string },
  input: HearingInput,
  closesAt: Date,
): Promise<string> {
  if (!mayHoldHearings(member) || !isId(at.hearingId)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    const head = found(await versionHead(tx, at.versionId));
    await lockFramework(tx, head.frameworkId);
    if ((await hearingFacts(tx, at.hearingId))?.versionId === at.versionId) return at.hearingId;
    await lockDraft(tx, at.versionId);
    await refuseSecond(tx, at.versionId);
    const asked = await chosenBodies(tx, input);
    const stepId = await hearingStep(tx, member, at.versionId, input.title, closesAt);
    const deadlineId = await insertHearing(tx, member, { ...at, stepId }, input, closesAt);
    await freezeText(tx, at);
    await inviteBodies(tx, { hearingId: at.hearingId, deadlineId }, asked);
    await recordHearing(tx, member, 'hearing.opened', { id: at.hearingId, title: input.title });
    return at.hearingId;
  });
}

/** The hearing as a step of the version; why it cannot be taken is no fault of any field of the form. */
async function hearingStep(tx: Tx, member: Member, versionId: string, title: string, closesAt: Date): Promise<string> {
  const recorder = { personId: member.personId, name: member.name };
  const days = { beganOn: localDate(now()), endedOn: localDate(closesAt) };
  try {
    return await takeStep(tx, recorder, { versionId, kind: 'hearing', title, ...days });
  } catch (thrown) {
    const why = thrown instanceof Problem ? thrown.fields['kind'] : undefined;
    throw why === undefined ? thrown : new Problem('conflict', why);
  }
}

async function refuseSecond(tx: Tx, versionId: string): Promise<void> {
  const running = (await hearingsOfVersion(tx, versionId)).some(({ state }) => state !== 'published' && state !== 'treated');
  if (running) throw new Problem('conflict', m.hearing_problem_running());
}

async function chosenBodies(tx: Tx, input: HearingInput): Promise<{ id: string; name: string }[]> {
  const possible = await bodiesToAsk(tx);
  const asked = possible.filter((body) => input.bodies.includes(body.id));
  if (asked.length !== new Set(input.bodies).size) throw new Problem('invalid', '', { bodies: m.hearing_problem_body() });
  if (asked.length === 0 && !input.employees) throw new Problem('invalid', '', { bodies: m.hearing_problem_nobody() });
  return asked;
}

/** Gives the id of its first deadline. */
async function insertHearing(
  tx: Tx,
  member: Member,
  at: { versionId: string; hearingId: string; stepId: string },
  input: HearingInput,
  closesAt: Date,
): Promise<string> {
  const organisation = await organisationOf(tx);
  const { title, letter, contact, employees } = input;
  await tx
    .insertInto('hearings')
    .values({
      organisation_id: organisation,
      id: at.hearingId,
      version_id: at.versionId,
      step_id: at.stepId,
      title,
      letter,
      contact,
      employees,
      k: FEWEST_EMPLOYEES,
      closes_at: closesAt,
      opened_by: member.personId,
      opened_at: now(),
      salt: randomBytes(32),
    })
    .execute();
  const deadlineId = newId();
  await tx
    .insertInto('hearing_deadlines')
    .values({
      organisation_id: organisation,
      hearing_id: at.hearingId,
      id: deadlineId,
      kind: 'opened',
      closes_at: closesAt,
      set_by: member.personId,
      set_at: now(),
    })
    .execute();
  return deadlineId;
}

/** Keeps the text as it stands: what happens to the draft afterwards does not change what people comment on. */
async function freezeText(tx: Tx, at: { versionId: string; hearingId: string }): Promise<void> {
  const organisation = await organisationOf(tx);
  const statements = await statementsOf(tx, at.versionId);
  if (statements.length === 0) throw new Problem('invalid', m.hearing_problem_empty());
  const rows = statements.map((statement, position) => ({
    organisation_id: organisation,
    hearing_id: at.hearingId,
    statement_id: statement.statementId,
    position,
    kind: statement.kind,
    statement: JSON.stringify(statement),
  }));
  for (let start = 0; start < rows.length; start += 1000)
    await tx
      .insertInto('hearing_statements')
      .values(rows.slice(start, start + 1000))
      .execute();
}
