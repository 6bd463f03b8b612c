import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { notesFor, type OpenedNote } from '../read.server.ts';
import { matches } from '../rules.ts';

/** What a list of notes is asked for; '' and null: whatever. `statements`: rests on one of these. */
export type NoteFilter = { search: string; unit: string; state: string; statements: readonly string[] | null };

/** The notes a member may read that fit, how many there are at all, and the units they come from. */
export async function listNotes(
  tx: Tx,
  member: Member,
  filter: NoteFilter,
): Promise<{ notes: OpenedNote[]; all: number; units: { value: string; label: string }[]; drafts: boolean }> {
  const all = await notesFor(tx, member);
  const units = new Map(all.map(({ note }) => [note.unitId, note.unit]));
  return {
    notes: all.filter((one) => fits(one, filter)),
    all: all.length,
    units: [...units].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'da')),
    drafts: all.some((one) => one.draft !== null),
  };
}

/** The newest shared notes a member may read, shared since a moment. */
export async function latestNotes(tx: Tx, member: Member, since: Date, most: number): Promise<OpenedNote[]> {
  const recent = tx.selectFrom('decision_note_versions').select('note_id').distinct().where('shared_at', '>', since);
  const ids = (await recent.execute()).map((row) => row.note_id);
  if (ids.length === 0) return [];
  const shared = (await notesFor(tx, member, ids)).filter(({ shared: read }) => (read?.sharedAt ?? since) > since);
  return shared.sort((a, b) => (b.shared?.sharedAt?.getTime() ?? 0) - (a.shared?.sharedAt?.getTime() ?? 0)).slice(0, most);
}

function fits({ note, shared, draft }: OpenedNote, { search, unit, state, statements }: NoteFilter): boolean {
  const words = shared ?? draft;
  if (words === null || !matches(words, search)) return false;
  if (unit !== '' && note.unitId !== unit) return false;
  if (state === 'draft' && draft === null) return false;
  if (state === 'shared' && shared === null) return false;
  return statements === null || words.restsOn.some((one) => statements.includes(one.statementId));
}
