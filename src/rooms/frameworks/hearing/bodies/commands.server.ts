import { found, Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { hearingFor } from '../read.server.ts';
import { takesComments } from '../rules.ts';
import type { AskedBody, CommentInput, HearingFacts } from '../schema.ts';
import { lockHearing, recordHearing } from '../write.server.ts';
import { addComment, changeComment, removeComment } from './write.server.ts';

export type AtBody = { hearingId: string; bodyId: string };

/** Saves a comment as a draft of the body: everybody in the body sees it, nobody else until the answer is sent. */
export async function saveBodyComment(member: Member, at: AtBody, input: CommentInput): Promise<void> {
  await writing(member, at, async (tx, hearing) => {
    if (input.statementId !== null) {
      const heard = await tx
        .selectFrom('hearing_statements')
        .select('statement_id')
        .where('hearing_id', '=', at.hearingId)
        .where('statement_id', '=', input.statementId)
        .executeTakeFirst();
      found(heard);
    }
    const writer = { personId: member.personId, name: member.name };
    await (input.revision === 0 ? addComment(tx, at, writer, input) : changeComment(tx, at, writer, input));
    await recordHearing(tx, member, 'hearing.commented', hearing);
  });
}

/** Takes a comment of the body away. */
export async function withdrawBodyComment(member: Member, at: AtBody, commentId: string): Promise<void> {
  await writing(member, at, async (tx, hearing) => {
    if (!isId(commentId) || !(await removeComment(tx, at, commentId))) return;
    await recordHearing(tx, member, 'hearing.commented', hearing);
  });
}

/** Sends the body's answer: its comments are now heard. Without comments it says that the body has none. */
export async function sendReply(member: Member, at: AtBody): Promise<void> {
  await inTenant(member, async (tx) => {
    const { hearing, body } = await actingFor(tx, member, at);
    if (body.repliedAt !== null) return;
    refuseWhenTreated(hearing);
    await mark(tx, at, { replied_at: now(), replied_by: member.personId, replied_by_name: member.name });
    await recordHearing(tx, member, 'hearing.replied', { ...hearing, title: `${hearing.title} (${body.name})` });
  });
}

/** Takes the body's answer back to be changed. What is sent after the deadline is late. */
export async function takeBackReply(member: Member, at: AtBody): Promise<void> {
  await inTenant(member, async (tx) => {
    const { hearing, body } = await actingFor(tx, member, at);
    if (body.repliedAt === null) return;
    refuseWhenTreated(hearing);
    await mark(tx, at, { replied_at: null, replied_by: null, replied_by_name: null });
    await recordHearing(tx, member, 'hearing.reply_taken_back', { ...hearing, title: `${hearing.title} (${body.name})` });
  });
}

async function writing(member: Member, at: AtBody, work: (tx: Tx, hearing: HearingFacts) => Promise<void>): Promise<void> {
  await inTenant(member, async (tx) => {
    const { hearing, body } = await actingFor(tx, member, at);
    refuseWhenTreated(hearing);
    if (body.repliedAt !== null) throw new Problem('conflict', m.hearing_problem_reply_sent());
    await work(tx, hearing);
  });
}

/** The hearing taken for this transaction, and the body that the member acts for in it at this moment. */
async function actingFor(tx: Tx, member: Member, at: AtBody): Promise<{ hearing: HearingFacts; body: AskedBody }> {
  await lockHearing(tx, at.hearingId);
  const { hearing, mine } = await hearingFor(tx, member, at.hearingId);
  return { hearing, body: found(mine.find(({ id }) => id === at.bodyId)) };
}

function refuseWhenTreated(hearing: HearingFacts): void {
  if (takesComments(hearing)) return;
  const { contact } = hearing;
  throw new Problem('closed', contact === '' ? m.hearing_problem_too_late() : m.hearing_problem_too_late_contact({ contact }));
}

async function mark(
  tx: Tx,
  at: AtBody,
  values: { replied_at: Date | null; replied_by: string | null; replied_by_name: string | null },
): Promise<void> {
  await tx
    .updateTable('hearing_bodies')
    .set(values)
    .where('hearing_id', '=', at.hearingId)
    .where('body_id', '=', at.bodyId)
    .execute();
}
