import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { CommentInput } from '../schema.ts';

type At = { hearingId: string; bodyId: string };
type Writer = { personId: string; name: string };

/** A new comment of a body. The id is made with the form: one sent twice is one comment. */
export async function addComment(tx: Tx, at: At, writer: Writer, input: CommentInput): Promise<void> {
  const there = await tx
    .selectFrom('hearing_comments as c')
    .leftJoin('hearing_body_comments as b', (join) =>
      join
        .onRef('b.organisation_id', '=', 'c.organisation_id')
        .onRef('b.hearing_id', '=', 'c.hearing_id')
        .onRef('b.comment_id', '=', 'c.id'),
    )
    .select(['c.text', 'b.body_id'])
    .where('c.hearing_id', '=', at.hearingId)
    .where('c.id', '=', input.id)
    .executeTakeFirst();
  if (there !== undefined) {
    if (there.body_id === at.bodyId && there.text === input.text) return;
    throw new Problem('conflict', m.hearing_problem_comment_changed());
  }
  const row = { organisation_id: await organisationOf(tx), hearing_id: at.hearingId };
  await tx
    .insertInto('hearing_comments')
    .values({ ...row, id: input.id, statement_id: input.statementId, text: input.text })
    .execute();
  await tx
    .insertInto('hearing_body_comments')
    .values({
      ...row,
      comment_id: input.id,
      body_id: at.bodyId,
      written_by: writer.personId,
      written_by_name: writer.name,
      written_at: now(),
    })
    .execute();
}

/** A comment in new words, if nobody has changed it since the writer saw it. */
export async function changeComment(tx: Tx, at: At, writer: Writer, input: CommentInput): Promise<void> {
  const changed = await tx
    .updateTable('hearing_body_comments')
    .set({
      revision: input.revision + 1,
      written_by: writer.personId,
      written_by_name: writer.name,
      written_at: now(),
    })
    .where('hearing_id', '=', at.hearingId)
    .where('body_id', '=', at.bodyId)
    .where('comment_id', '=', input.id)
    .where('revision', '=', input.revision)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Problem('conflict', m.hearing_problem_comment_changed());
  await tx
    .updateTable('hearing_comments')
    .set({ text: input.text })
    .where('hearing_id', '=', at.hearingId)
    .where('id', '=', input.id)
    .execute();
}

/** Takes a body's comment away. Says whether it was there. */
export async function removeComment(tx: Tx, at: At, commentId: string): Promise<boolean> {
  const own = await tx
    .selectFrom('hearing_body_comments')
    .select('comment_id')
    .where('hearing_id', '=', at.hearingId)
    .where('body_id', '=', at.bodyId)
    .where('comment_id', '=', commentId)
    .executeTakeFirst();
  if (own === undefined) return false;
  await tx.deleteFrom('hearing_comments').where('hearing_id', '=', at.hearingId).where('id', '=', commentId).execute();
  return true;
}
