import type { Selectable } from 'kysely';
import { Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import type { Tables } from '#database/tables.ts';
import type { Tx } from '#database/tenant.ts';
import { hearingsFor } from '#rooms/frameworks/hearing/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { lineOf, type Line } from '../line/read.server.ts';
import { mayDeleteNote, mayReadDraft, mayReadShared, mayWriteForAll, mayWriteNote, type Standing } from './policy.ts';
import { concerns, draftVersion, missingIn, sharedVersion } from './rules.ts';
import type { Addition, Alternative, Needed, NoteFrame, NoteReach, NoteVersion, RestedOn } from './schema.ts';

/** A note as one member may read it. Without the right to drafts `draft` is null, whether there is one or not. */
export type OpenedNote = {
  note: NoteFrame;
  /** The wording people read; null before the note is shared. */
  shared: NoteVersion | null;
  draft: NoteVersion | null;
  /** What was read before, newest first. */
  earlier: NoteVersion[];
  additions: Addition[];
  mayWrite: boolean;
  mayDelete: boolean;
};

/** The notes a member may read, of those named or of all, newest first: by the day of the decision, drafts first. */
export async function notesFor(tx: Tx, member: Member, among: readonly string[] | null = null): Promise<OpenedNote[]> {
  const line = await lineOf(tx, member.personId);
  const versions = Map.groupBy(await versionRows(tx, among), (row) => row.noteId);
  const additions = Map.groupBy(await additionRows(tx, among), (row) => row.noteId);
  return (await frames(tx, line, among))
    .flatMap((note) => opened(member, line, note, versions.get(note.id) ?? [], additions.get(note.id) ?? []) ?? [])
    .sort((a, b) => dayOf(b).localeCompare(dayOf(a)));
}

/** One note for those who may read it; to all others it does not exist. */
export async function noteFor(tx: Tx, member: Member, noteId: string): Promise<OpenedNote> {
  if (!isId(noteId)) throw new Problem('not_found');
  const line = await lineOf(tx, member.personId);
  const [note] = await frames(tx, line, [noteId]);
  const found =
    note === undefined ? null : opened(member, line, note, await versionRows(tx, [noteId]), await additionRows(tx, [noteId]));
  if (found === null) throw new Problem('not_found');
  return found;
}

/** One wording that was shared, by its number. */
export async function sharedWording(
  tx: Tx,
  member: Member,
  noteId: string,
  number: string,
): Promise<{ opened: OpenedNote; version: NoteVersion }> {
  const opened = await noteFor(tx, member, noteId);
  const version = [opened.shared, ...opened.earlier].find((one) => one !== null && String(one.number) === number);
  if (version === null || version === undefined) throw new Problem('not_found');
  return { opened, version };
}

/** What a draft lacks before it can be shared. */
export function missingBefore(draft: NoteVersion): (Needed | 'reason')[] {
  return [...missingIn(draft), ...(draft.number > 1 && draft.reason === '' ? (['reason'] as const) : [])];
}

/** The units a member may write a note for, by name. */
export async function unitsToDecide(tx: Tx, member: Member): Promise<{ id: string; name: string }[]> {
  const line = await lineOf(tx, member.personId);
  return line.units
    .filter((unit) => !unit.ended && mayWriteNote(member, { leads: line.leads.has(unit.id) }))
    .map(({ id, name }) => ({ id, name }));
}

/** The hearings a note can point to: those its writer may read. */
export async function hearingsToName(tx: Tx, member: Member): Promise<{ id: string; title: string }[]> {
  return (await hearingsFor(tx, member)).map(({ id, title }) => ({ id, title }));
}

/** Does anybody here write notes: HR, or who leads a unit? */
export async function mayBeginNotes(tx: Tx, member: Member): Promise<boolean> {
  if (mayWriteForAll(member)) return true;
  return (await lineOf(tx, member.personId)).leads.size > 0;
}

type OfNote<T> = T & { noteId: string };

function opened(
  member: Member,
  line: Line,
  note: NoteFrame,
  versions: readonly NoteVersion[],
  additions: readonly Addition[],
): OpenedNote | null {
  const standing = standingOf(member, line, note);
  const shared = sharedVersion(versions);
  const seesDraft = mayReadDraft(member, standing, shared !== null);
  if (!seesDraft && (shared === null || !mayReadShared(member, standing))) return null;
  const earlier = versions.filter((version) => version.sharedAt !== null && version.number !== shared?.number);
  return {
    note,
    shared,
    draft: seesDraft ? draftVersion(versions) : null,
    earlier: earlier.toSorted((a, b) => b.number - a.number),
    additions: [...additions],
    mayWrite: mayWriteNote(member, standing),
    mayDelete: mayDeleteNote(member, standing, shared !== null),
  };
}

function standingOf(member: Member, line: Line, note: NoteFrame): Standing {
  const above = line.pathOf(note.unitId).slice(1);
  return {
    wrote: note.writtenBy === member.personId,
    leads: line.leads.has(note.unitId),
    above: above.some((unit) => line.leads.has(unit)),
    concerned: concerns(note, line.own, line.pathOf),
  };
}

async function frames(tx: Tx, line: Line, among: readonly string[] | null): Promise<NoteFrame[]> {
  const known = new Map(line.units.map((unit) => [unit.id, unit]));
  let notes = tx.selectFrom('decision_notes').select(['id', 'unit_id', 'reach', 'written_by', 'written_by_name']);
  if (among !== null) notes = notes.where('id', 'in', among);
  const named = Map.groupBy(
    await tx.selectFrom('decision_note_units').select(['note_id', 'unit_id']).execute(),
    (row) => row.note_id,
  );
  return (await notes.execute()).map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    unit: known.get(row.unit_id)?.name ?? '',
    reach: row.reach as NoteReach,
    units: (named.get(row.id) ?? [])
      .map(({ unit_id: id }) => ({ id, name: known.get(id)?.name ?? '', ended: known.get(id)?.ended ?? true }))
      .sort((a, b) => a.name.localeCompare(b.name, 'da')),
    writtenBy: row.written_by,
    writtenByName: row.written_by_name,
  }));
}

async function versionRows(tx: Tx, among: readonly string[] | null): Promise<OfNote<NoteVersion>[]> {
  let query = tx.selectFrom('decision_note_versions').selectAll();
  if (among !== null) query = query.where('note_id', 'in', among);
  return (await query.execute()).map(presented);
}

function presented(row: Selectable<Tables['decision_note_versions']>): OfNote<NoteVersion> {
  const { title, decision, tradeoffs, heard, told, explanation, reason, number, revision } = row;
  return {
    ...{ title, decision, tradeoffs, heard, told, explanation, reason, number, revision },
    noteId: row.note_id,
    alternatives: row.alternatives as Alternative[],
    hearingId: row.hearing_id,
    toldOn: row.told_on,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    restsOn: row.rests_on as RestedOn[],
    writtenBy: row.written_by_name,
    writtenAt: row.written_at,
    sharedAt: row.shared_at,
    sharedBy: row.shared_by_name,
  };
}

async function additionRows(tx: Tx, among: readonly string[] | null): Promise<OfNote<Addition>[]> {
  let query = tx.selectFrom('decision_note_additions').select(['note_id', 'id', 'text', 'added_by_name', 'added_at']);
  if (among !== null) query = query.where('note_id', 'in', among);
  return (await query.orderBy('added_at').orderBy('id').execute()).map((row) => ({
    noteId: row.note_id,
    id: row.id,
    text: row.text,
    addedBy: row.added_by_name,
    addedAt: row.added_at,
  }));
}

/** What a list is sorted by: a draft stands first. */
function dayOf({ shared, draft }: OpenedNote): string {
  return shared === null ? `9999 ${draft?.writtenAt.toISOString() ?? ''}` : (shared.decidedOn ?? '');
}
