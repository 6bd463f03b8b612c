import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { AnswerInput } from '../schema.ts';

type Words = Pick<AnswerInput, 'outcome' | 'reason' | 'changedStatementId'>;
type Editor = { personId: string; name: string };

/** Writes an answer to a comment, if nobody has answered it otherwise since the editor saw it (revision 0: nobody had). */
export async function writeAnswer(
  tx: Tx,
  at: { hearingId: string; commentId: string },
  editor: Editor,
  words: Words,
  revision: number,
): Promise<void> {
  const written = revision === 0 ? await firstAnswer(tx, at, editor, words) : await newWords(tx, at, editor, words, revision);
  if (!written) throw new Problem('conflict', m.hearing_problem_answered());
}

/** The same answer to comments that have none; those that somebody has answered meanwhile keep theirs. */
export async function answerAlike(
  tx: Tx,
  hearingId: string,
  commentIds: readonly string[],
  editor: Editor,
  words: Words,
): Promise<void> {
  for (const commentId of commentIds) await firstAnswer(tx, { hearingId, commentId }, editor, words);
}

async function firstAnswer(tx: Tx, at: { hearingId: string; commentId: string }, editor: Editor, words: Words): Promise<boolean> {
  const made = await tx
    .insertInto('hearing_answers')
    .values({
      organisation_id: await organisationOf(tx),
      hearing_id: at.hearingId,
      comment_id: at.commentId,
      ...values(editor, words),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((made.numInsertedOrUpdatedRows ?? 0n) > 0n) return true;
  const there = await tx
    .selectFrom('hearing_answers')
    .select(['outcome', 'reason', 'changed_statement_id', 'answered_by'])
    .where('hearing_id', '=', at.hearingId)
    .where('comment_id', '=', at.commentId)
    .executeTakeFirst();
  // A form sent twice finds its own words.
  return (
    there?.answered_by === editor.personId &&
    there.outcome === words.outcome &&
    there.reason === words.reason &&
    there.changed_statement_id === words.changedStatementId
  );
}

async function newWords(
  tx: Tx,
  at: { hearingId: string; commentId: string },
  editor: Editor,
  words: Words,
  revision: number,
): Promise<boolean> {
  const changed = await tx
    .updateTable('hearing_answers')
    .set({ ...values(editor, words), revision: revision + 1 })
    .where('hearing_id', '=', at.hearingId)
    .where('comment_id', '=', at.commentId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

function values(editor: Editor, words: Words) {
  return {
    outcome: words.outcome,
    reason: words.reason,
    changed_statement_id: words.changedStatementId,
    answered_by: editor.personId,
    answered_by_name: editor.name,
    answered_at: now(),
  };
}
