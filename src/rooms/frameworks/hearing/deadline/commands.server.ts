import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { localDate, now } from '#base/time.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { endStep } from '../../steps/write.server.ts';
import { askToTell } from '../invitations/write.server.ts';
import { mayHoldHearings } from '../policy.ts';
import { takesComments } from '../rules.ts';
import type { HearingFacts } from '../schema.ts';
import { lockHearing, recordHearing } from '../write.server.ts';

const LONGEST_REASON = 500;

/** Moves the deadline to a later moment, also after it has passed, until the treatment begins. All who were asked are told. */
export async function extendHearing(member: Member, hearingId: string, closesAt: Date, reason: string): Promise<void> {
  if (!mayHoldHearings(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const hearing = await lockHearing(tx, hearingId);
    if (!takesComments(hearing)) throw new Problem('closed', m.hearing_problem_treating());
    if (closesAt <= hearing.closesAt) throw new Problem('invalid', '', { closes: m.hearing_problem_not_later() });
    await setDeadline(tx, member, { ...hearing, closesAt }, { kind: 'extended', reason: reason.trim().slice(0, LONGEST_REASON) });
    await recordHearing(tx, member, 'hearing.extended', hearing);
  });
}

/** Closes the hearing before its time. Whoever was asked is told why; an answer sent afterwards is late. */
export async function closeHearing(member: Member, hearingId: string, reason: string): Promise<void> {
  if (!mayHoldHearings(member)) throw new Problem('not_found');
  const why = reason.trim();
  if (why.length < 3 || why.length > LONGEST_REASON) throw new Problem('invalid', '', { reason: m.hearing_problem_reason() });
  await inTenant(member, async (tx) => {
    const hearing = await lockHearing(tx, hearingId);
    if (hearing.state !== 'open') throw new Problem('closed', m.hearing_problem_not_open());
    await setDeadline(tx, member, { ...hearing, closesAt: now() }, { kind: 'closed', reason: why });
    await recordHearing(tx, member, 'hearing.closed', hearing);
  });
}

async function setDeadline(
  tx: Tx,
  member: Member,
  hearing: HearingFacts,
  change: { kind: 'extended' | 'closed'; reason: string },
): Promise<void> {
  const { closesAt } = hearing;
  const deadlineId = newId();
  await tx.updateTable('hearings').set({ closes_at: closesAt }).where('id', '=', hearing.id).execute();
  await tx
    .insertInto('hearing_deadlines')
    .values({
      organisation_id: await organisationOf(tx),
      hearing_id: hearing.id,
      id: deadlineId,
      kind: change.kind,
      closes_at: closesAt,
      reason: change.reason,
      set_by: member.personId,
      set_at: now(),
    })
    .execute();
  if (hearing.stepId !== null) await endStep(tx, hearing.stepId, localDate(closesAt));
  await askToTell(tx, { hearingId: hearing.id, deadlineId });
}
