import { Problem } from '#base/errors.ts';
import { newBlindId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { keyOfHearing } from './read.server.ts';
import { authorMark, openWords, sealWords, shuffled } from './rules.ts';
import type { OwnComment } from './schema.ts';

/** Lays a person's comment down sealed, in place of what it said before. Leaves no name, no time and no trail. */
export async function layDown(tx: Tx, hearingId: string, personId: string, comment: OwnComment): Promise<void> {
  const key = await keyOfHearing(tx, hearingId);
  if (key === null) throw new Problem('closed', m.hearing_problem_too_late());
  const { id, statementId, text } = comment;
  const mark = authorMark(key, personId);
  const sealed = sealWords(key, { id, mark }, { statementId, text });
  const laid = await tx
    .insertInto('hearing_sealed_comments')
    .values({ organisation_id: await organisationOf(tx), hearing_id: hearingId, id, author_mark: mark, sealed })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'hearing_id', 'id'])
        .doUpdateSet({ sealed })
        .where('hearing_sealed_comments.author_mark', '=', mark),
    )
    .executeTakeFirst();
  if (laid.numInsertedOrUpdatedRows === 0n) throw new Problem('conflict');
}

/** Takes a person's comment away without a trace. */
export async function takeAway(tx: Tx, hearingId: string, personId: string, commentId: string): Promise<void> {
  const key = await keyOfHearing(tx, hearingId);
  if (key === null) return;
  await tx
    .deleteFrom('hearing_sealed_comments')
    .where('hearing_id', '=', hearingId)
    .where('id', '=', commentId)
    .where('author_mark', '=', authorMark(key, personId))
    .execute();
}

/**
 * Opens employees' comments, all at once and only if at least k people have written beside `holders`, who answer them and know their own
 * words: decrypted, shuffled, given new ids, and laid among the other comments. Then the sealed ones and half of their key are gone, and
 * nothing leads from a comment to who wrote it. Says whether they were opened; with fewer than k people they stay sealed, for their
 * authors alone.
 */
export async function openSet(tx: Tx, hearing: { id: string; k: number }, holders: readonly string[]): Promise<boolean> {
  const key = await keyOfHearing(tx, hearing.id);
  if (key === null) return false;
  const rows = await tx
    .selectFrom('hearing_sealed_comments')
    .select(['id', 'author_mark', 'sealed'])
    .where('hearing_id', '=', hearing.id)
    .execute();
  const own = new Set(holders.map((personId) => authorMark(key, personId).toString('hex')));
  const authors = new Set(rows.map((row) => row.author_mark.toString('hex')));
  if (authors.difference(own).size < hearing.k) return false;
  const opened = shuffled(rows.map((row) => openWords(key, { id: row.id, mark: row.author_mark }, row.sealed)));
  const organisation = await organisationOf(tx);
  const comments = opened.map(({ statementId, text }) => ({
    organisation_id: organisation,
    hearing_id: hearing.id,
    id: newBlindId(),
    statement_id: statementId,
    text,
  }));
  for (let start = 0; start < comments.length; start += 1000)
    await tx
      .insertInto('hearing_comments')
      .values(comments.slice(start, start + 1000))
      .execute();
  await throwAway(tx, hearing.id);
  return true;
}

/** Deletes what lies sealed in a hearing, and half of its key. */
export async function throwAway(tx: Tx, hearingId: string): Promise<void> {
  await tx.deleteFrom('hearing_sealed_comments').where('hearing_id', '=', hearingId).execute();
  await tx.updateTable('hearings').set({ salt: null }).where('id', '=', hearingId).execute();
}
