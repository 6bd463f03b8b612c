import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { statementsOf } from '../../read.server.ts';
import { openSet, throwAway } from '../confidential/write.server.ts';
import { mayHoldHearings } from '../policy.ts';
import { progressOf } from '../rules.ts';
import type { AnswerInput, HearingFacts } from '../schema.ts';
import { lockHearing, recordHearing } from '../write.server.ts';
import { heardComments, holdersOf } from './read.server.ts';
import { answerAlike, writeAnswer } from './write.server.ts';

/** Begins the treatment: from now on no comment is taken, changed or withdrawn, and employees' comments are opened together. */
export async function beginTreatment(member: Member, hearingId: string): Promise<void> {
  await holding(member, hearingId, async (tx, hearing) => {
    if (hearing.treatmentBeganAt !== null) return;
    if (hearing.state === 'open') throw new Problem('closed', m.hearing_problem_still_open());
    const opened = hearing.employees && (await openSet(tx, hearing, await holdersOf(tx, member, hearingId)));
    await tx.updateTable('hearings').set({ treatment_began_at: now(), set_opened: opened }).where('id', '=', hearingId).execute();
    await recordHearing(tx, member, 'hearing.treatment_began', hearing);
  });
}

/** Answers a comment with what became of it and why; and those that say the same, if the editor says so. */
export async function answerComment(
  member: Member,
  at: { hearingId: string; commentId: string },
  input: AnswerInput,
): Promise<void> {
  await holding(member, at.hearingId, async (tx, hearing) => {
    const comments = await heardComments(tx, hearing);
    found(comments.find(({ id }) => id === at.commentId));
    if (hearing.state === 'open' || hearing.state === 'past_deadline') throw new Problem('closed', m.hearing_problem_not_begun());
    if (hearing.state !== 'treating') throw new Problem('closed', m.hearing_problem_treated());
    const changedStatementId = input.outcome === 'not' ? null : input.changedStatementId;
    if (changedStatementId !== null) await requireStatement(tx, hearing, changedStatementId);
    const words = { outcome: input.outcome, reason: input.reason, changedStatementId };
    const editor = { personId: member.personId, name: member.name };
    await writeAnswer(tx, at, editor, words, input.revision);
    const known = new Set(comments.map(({ id }) => id));
    await answerAlike(
      tx,
      hearing.id,
      input.alike.filter((id) => known.has(id) && id !== at.commentId),
      editor,
      words,
    );
    await recordHearing(tx, member, 'hearing.answered', hearing);
  });
}

/** Ends the treatment when every comment has its answer. The answers stand from then on. */
export async function endTreatment(member: Member, hearingId: string): Promise<void> {
  await holding(member, hearingId, async (tx, hearing) => {
    if (hearing.treatedAt !== null) return;
    if (hearing.state !== 'treating') throw new Problem('closed', m.hearing_problem_not_begun());
    const { answered, all } = progressOf(await heardComments(tx, hearing));
    if (answered < all) throw new Problem('conflict', m.hearing_problem_unanswered({ count: all - answered }));
    await throwAway(tx, hearingId);
    await tx.updateTable('hearings').set({ treated_at: now() }).where('id', '=', hearingId).execute();
    await recordHearing(tx, member, 'hearing.treated', hearing);
  });
}

async function holding(member: Member, hearingId: string, work: (tx: Tx, hearing: HearingFacts) => Promise<void>): Promise<void> {
  if (!mayHoldHearings(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => work(tx, await lockHearing(tx, hearingId)));
}

async function requireStatement(tx: Tx, hearing: HearingFacts, statementId: string): Promise<void> {
  const now = await statementsOf(tx, hearing.versionId);
  if (now.every((statement) => statement.statementId !== statementId))
    throw new Problem('invalid', '', { changed: m.hearing_problem_statement() });
}
