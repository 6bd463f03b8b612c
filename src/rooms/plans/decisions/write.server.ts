import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { point, unpoint } from '#rooms/frameworks/write.server.ts';
import type { NoteFrame, NoteReach, NoteVersion, NoteWords } from './schema.ts';

/** Makes a note with its first version as a draft. Made twice with the same id, it is made once. */
export async function insertNote(
  tx: Tx,
  note: { id: string; unitId: string; reach: NoteReach; writtenBy: string; writtenByName: string },
  words: Pick<NoteWords, 'title'> & Partial<NoteWords>,
): Promise<void> {
  const organisation = await organisationOf(tx);
  const made = await tx
    .insertInto('decision_notes')
    .values({
      organisation_id: organisation,
      id: note.id,
      unit_id: note.unitId,
      reach: note.reach,
      written_by: note.writtenBy,
      written_by_name: note.writtenByName,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made !== undefined) await insertVersion(tx, note.id, { number: 1, by: note.writtenByName }, words);
}

/** Adds the next wording of a note as a draft. */
export async function insertVersion(
  tx: Tx,
  noteId: string,
  { number, by }: { number: number; by: string },
  words: Pick<NoteWords, 'title'> & Partial<NoteWords>,
): Promise<void> {
  await tx
    .insertInto('decision_note_versions')
    .values({
      organisation_id: await organisationOf(tx),
      note_id: noteId,
      number,
      written_by_name: by,
      ...rowOf(words),
    })
    .execute();
}

/** The columns of a wording, as far as they are given. */
export function rowOf(words: Partial<NoteWords>) {
  return {
    title: words.title ?? '',
    decision: words.decision ?? '',
    alternatives: JSON.stringify(words.alternatives ?? []),
    tradeoffs: words.tradeoffs ?? '',
    heard: words.heard ?? '',
    hearing_id: words.hearingId ?? null,
    told: words.told ?? '',
    told_on: words.toldOn ?? null,
    decided_by: words.decidedBy ?? '',
    decided_on: words.decidedOn ?? null,
    explanation: words.explanation ?? '',
    rests_on: JSON.stringify(words.restsOn ?? []),
    reason: words.reason ?? '',
  };
}

/** Shares the draft: from now on it stands as it is, and the statements it rests on know of it. */
export async function markShared(
  tx: Tx,
  note: Pick<NoteFrame, 'id' | 'unit' | 'reach'>,
  draft: Pick<NoteVersion, 'number' | 'title' | 'decidedOn' | 'restsOn'>,
  by: string,
): Promise<void> {
  await tx
    .updateTable('decision_note_versions')
    .set({ shared_at: now(), shared_by_name: by })
    .where('note_id', '=', note.id)
    .where('number', '=', draft.number)
    .execute();
  await pointFrom(tx, note, draft);
}

/** Lets the statements a shared wording rests on know of it. */
export async function pointFrom(
  tx: Tx,
  note: Pick<NoteFrame, 'id' | 'unit' | 'reach'>,
  shared: Pick<NoteVersion, 'title' | 'decidedOn' | 'restsOn'>,
): Promise<void> {
  await unpoint(tx, { kind: 'decision_note', usedId: note.id });
  // Where statements are used is read by more people than a note for some units is: there it gives away neither title nor subject.
  const title = note.reach === 'organisation' ? shared.title : [note.unit, shared.decidedOn ?? ''].join(' ').trim();
  for (const { statementId } of shared.restsOn) await point(tx, { kind: 'decision_note', usedId: note.id, statementId, title });
}

/** Takes a note away with everything that was written in it. */
export async function removeNote(tx: Tx, noteId: string): Promise<void> {
  await unpoint(tx, { kind: 'decision_note', usedId: noteId });
  await tx.deleteFrom('decision_notes').where('id', '=', noteId).execute();
}
