import { Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { localDate, now } from '#base/time.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import type { TrailAction } from '#rooms/trail/schema.ts';
import { record } from '#rooms/trail/write.server.ts';
import { leaderNames, lineOf } from '../line/read.server.ts';
import { currentStatements } from '../statements/read.server.ts';
import { mayWriteNote } from './policy.ts';
import { hearingsToName, noteFor, type OpenedNote } from './read.server.ts';
import { mayTell } from './told/read.server.ts';
import { askToTell } from './told/write.server.ts';
import { isWritten, missingIn } from './rules.ts';
import type { NewNoteInput, NoteInput, NoteVersion, RestedOn } from './schema.ts';
import { insertNote, insertVersion, markShared, removeNote, rowOf } from './write.server.ts';

/** Begins a note of a unit as a draft. Sent twice, it is begun once. */
export async function beginNote(member: Member, input: NewNoteInput): Promise<string> {
  return inTenant(member, async (tx) => {
    const line = await lineOf(tx, member.personId);
    const unit = line.units.find((one) => one.id === input.unit && !one.ended);
    if (unit === undefined || !mayWriteNote(member, { leads: line.leads.has(unit.id) })) throw new Problem('not_found');
    const note = { id: input.id, unitId: unit.id, reach: 'branch' as const };
    const decidedBy = (await leaderNames(tx, unit.id)).join(', ');
    await insertNote(
      tx,
      { ...note, writtenBy: member.personId, writtenByName: member.name },
      { title: input.title, decidedBy, decidedOn: localDate(now()) },
    );
    // The id came with the form: what has it must be a note this member may write.
    const { draft } = await noteToWrite(tx, member, input.id);
    await leaveTrail(tx, member, 'decision_note.saved', input.id, draft?.title ?? input.title);
    return input.id;
  });
}

/** Saves what the draft says. Refused when somebody else has saved since it was read. */
export async function saveNote(member: Member, noteId: string, input: NoteInput): Promise<void> {
  await inTenant(member, async (tx) => {
    const { opened, draft } = await draftToWrite(tx, member, noteId, input.revision);
    const { reach, units, statements, revision: _read, alternatives, ...words } = input;
    const restsOn = await restedOn(tx, member, statements, draft);
    await checkHearing(tx, member, words.hearingId, draft.hearingId);
    await tx
      .updateTable('decision_note_versions')
      .set({
        ...rowOf({ ...words, alternatives: alternatives.filter(isWritten), restsOn }),
        revision: draft.revision + 1,
        written_by_name: member.name,
        written_at: now(),
      })
      .where('note_id', '=', noteId)
      .where('number', '=', draft.number)
      .execute();
    // Whom it concerns was said when it was shared: who has read it cannot be asked to forget it.
    if (opened.shared === null) await saveReach(tx, member, noteId, { reach, units });
    await leaveTrail(tx, member, 'decision_note.saved', noteId, input.title);
  });
}

/** Shares the draft with all it concerns, and tells them by mail if asked to. What it says never changes after that. */
export async function shareNote(
  member: Member,
  noteId: string,
  { revision, tell }: { revision: number; tell: boolean },
): Promise<void> {
  await inTenant(member, async (tx) => {
    const { opened, draft } = await draftToWrite(tx, member, noteId, revision);
    if (missingIn(draft).length > 0) throw new Problem('invalid', m.decisions_problem_missing());
    if (draft.decidedOn !== null && draft.decidedOn > localDate(now()))
      throw new Problem('invalid', m.decisions_problem_future());
    if (draft.number > 1 && draft.reason === '') throw new Problem('invalid', m.decisions_problem_reason());
    await markShared(tx, opened.note, draft, member.name);
    const kind = opened.shared === null ? 'shared' : 'corrected';
    if (tell && (await mayTell(tx, member, opened.note)))
      await askToTell(tx, member, opened.note, { number: draft.number, kind });
    await leaveTrail(tx, member, 'decision_note.shared', noteId, draft.title);
  });
}

/** Begins a correction: the next version, with the words of the one people read. */
export async function beginCorrection(member: Member, noteId: string): Promise<void> {
  await inTenant(member, async (tx) => {
    const { shared, draft } = await noteToWrite(tx, member, noteId);
    if (shared === null) throw new Problem('conflict', m.decisions_problem_not_shared());
    if (draft !== null) return;
    await insertVersion(tx, noteId, { number: shared.number + 1, by: member.name }, { ...shared, reason: '' });
    await leaveTrail(tx, member, 'decision_note.saved', noteId, shared.title);
  });
}

/** Adds something to a shared note, with today's date, beside what it says. The id comes with the form: sent twice, it is added once. */
export async function addToNote(member: Member, noteId: string, addition: { id: string; text: string }): Promise<void> {
  if (!isId(addition.id)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const { shared } = await noteToWrite(tx, member, noteId);
    if (shared === null) throw new Problem('conflict', m.decisions_problem_not_shared());
    await tx
      .insertInto('decision_note_additions')
      .values({
        organisation_id: await organisationOf(tx),
        note_id: noteId,
        id: addition.id,
        text: addition.text,
        added_by: member.personId,
        added_by_name: member.name,
        added_at: now(),
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'note_id', 'id']).doNothing())
      .execute();
    await leaveTrail(tx, member, 'decision_note.added_to', noteId, shared.title);
  });
}

/** Throws the draft away: the whole note when it was never shared, else the correction that was begun. */
export async function dropDraft(member: Member, noteId: string): Promise<void> {
  await inTenant(member, async (tx) => {
    const { shared, draft } = await noteToWrite(tx, member, noteId);
    if (draft === null) throw new Problem('conflict', m.decisions_problem_no_draft());
    if (shared === null) await removeNote(tx, noteId);
    else await tx.deleteFrom('decision_note_versions').where('note_id', '=', noteId).where('shared_at', 'is', null).execute();
    await leaveTrail(tx, member, 'decision_note.deleted', noteId, draft.title);
  });
}

/** Takes a shared note away with all its versions. The trail keeps that it was there. */
export async function deleteNote(member: Member, noteId: string): Promise<void> {
  await inTenant(member, async (tx) => {
    const { shared, draft, mayDelete } = await lockedNote(tx, member, noteId);
    if (!mayDelete) throw new Problem('not_found');
    await removeNote(tx, noteId);
    await leaveTrail(tx, member, 'decision_note.deleted', noteId, (shared ?? draft)?.title ?? '');
  });
}

async function lockedNote(tx: Tx, member: Member, noteId: string): Promise<OpenedNote> {
  if (!isId(noteId)) throw new Problem('not_found');
  await tx.selectFrom('decision_notes').select('id').where('id', '=', noteId).forUpdate().execute();
  return noteFor(tx, member, noteId);
}

/** The note, held for this transaction, for one who may write it; to anybody else it is not there. */
export async function noteToWrite(tx: Tx, member: Member, noteId: string): Promise<OpenedNote> {
  const opened = await lockedNote(tx, member, noteId);
  if (!opened.mayWrite) throw new Problem('not_found');
  return opened;
}

async function draftToWrite(
  tx: Tx,
  member: Member,
  noteId: string,
  revision: number,
): Promise<{ opened: OpenedNote; draft: NoteVersion }> {
  const opened = await noteToWrite(tx, member, noteId);
  if (opened.draft === null) throw new Problem('conflict', m.decisions_problem_no_draft());
  if (opened.draft.revision !== revision) throw new Problem('conflict', m.decisions_problem_written_since());
  return { opened, draft: opened.draft };
}

/** The chosen statements as they read today; those that no framework has any more keep the words they were chosen with. */
async function restedOn(tx: Tx, member: Member, ids: readonly string[], draft: NoteVersion): Promise<RestedOn[]> {
  const current = await currentStatements(tx, member.organisation.slug);
  const before = new Map(draft.restsOn.map((one) => [one.statementId, one]));
  return [...new Set(ids)].map((statementId) => {
    const known = current.get(statementId) ?? before.get(statementId);
    if (known === undefined) throw new Problem('invalid', '', { statements: m.decisions_problem_choice() });
    return { statementId, name: known.name, framework: known.framework };
  });
}

/** A hearing its writer may read, or the one that stood there: HR can have named one that the leader may not read. */
async function checkHearing(tx: Tx, member: Member, chosen: string | null, stored: string | null): Promise<void> {
  if (chosen === null || chosen === stored) return;
  const known = (await hearingsToName(tx, member)).some((hearing) => hearing.id === chosen);
  if (!known) throw new Problem('invalid', '', { hearing: m.decisions_problem_choice() });
}

async function saveReach(tx: Tx, member: Member, noteId: string, { reach, units }: Pick<NoteInput, 'reach' | 'units'>) {
  const known = new Set((await lineOf(tx, member.personId)).units.map((unit) => unit.id));
  if (!units.every((unit) => known.has(unit))) throw new Problem('invalid', '', { units: m.decisions_problem_choice() });
  if (reach === 'units' && units.length === 0) throw new Problem('invalid', '', { units: m.decisions_problem_units() });
  await tx.updateTable('decision_notes').set({ reach }).where('id', '=', noteId).execute();
  await tx.deleteFrom('decision_note_units').where('note_id', '=', noteId).execute();
  const organisation = await organisationOf(tx);
  const rows = [...new Set(reach === 'units' ? units : [])].map((unit) => ({
    organisation_id: organisation,
    note_id: noteId,
    unit_id: unit,
  }));
  if (rows.length > 0) await tx.insertInto('decision_note_units').values(rows).execute();
}

/** Writes down what was done with a note. */
export function leaveTrail(tx: Tx, member: Member, action: TrailAction, id: string, name: string): Promise<void> {
  const actor = { personId: member.personId, name: member.name };
  return record(tx, actor, { action, object: { kind: 'decision_note', id, name } });
}
