import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { mayHave, passagesWith, quickWorth } from '#rooms/frameworks/search/passages/read.server.ts';
import type { Asked, Passage, PassageHits } from '#rooms/frameworks/search/schema.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { notesFor, type OpenedNote } from '../read.server.ts';
import type { NoteVersion } from '../schema.ts';

/** How many notes are opened first; the others only when the member may not read enough of these. */
const OPENED_FIRST = 16;
const ENOUGH = 10;

/**
 * The decision notes that have the words, as this member may read them: the wording that is read today, what was added to it, and the
 * draft for those who see drafts. A word that stands only where the member may not read finds nothing.
 */
export async function searchNotes(tx: Tx, member: Member, asked: Asked): Promise<PassageHits> {
  const notes = await notesWithWords(tx, asked);
  const [first, others] = [notes.slice(0, OPENED_FIRST), notes.slice(OPENED_FIRST)];
  const read = await passagesIn(tx, member, asked, first);
  const best = passagesWith(asked, read);
  if (others.length === 0 || best.total >= ENOUGH) return { ...best, more: others.length > 0 };
  return { ...passagesWith(asked, [...read, ...(await passagesIn(tx, member, asked, others))]), more: false };
}

/** The notes in which some wording or addition may have the words, whoever may read it, by how the words stand there. */
async function notesWithWords(tx: Tx, asked: Asked): Promise<string[]> {
  const wordings = await tx
    .selectFrom('decision_note_versions')
    .select(['note_id', quickWorth(asked, 'search', { titled: true }).as('worth')])
    .where(mayHave(asked, 'search'))
    .execute();
  const additions = await tx
    .selectFrom('decision_note_additions')
    .select(['note_id', quickWorth(asked, 'search', { titled: false }).as('worth')])
    .where(mayHave(asked, 'search'))
    .execute();
  const found = [...wordings, ...additions].sort((a, b) => b.worth - a.worth);
  return [...new Set(found.map(({ note_id }) => note_id))];
}

async function passagesIn(tx: Tx, member: Member, asked: Asked, among: readonly string[]): Promise<Passage[]> {
  if (among.length === 0) return [];
  const wordings = await tx
    .selectFrom('decision_note_versions')
    .select(['note_id', 'number', 'search'])
    .where('note_id', 'in', among)
    .where(mayHave(asked, 'search'))
    .execute();
  const additions = await tx
    .selectFrom('decision_note_additions')
    .select(['id', 'search'])
    .where('note_id', 'in', among)
    .where(mayHave(asked, 'search'))
    .execute();
  const found = new Map([
    ...wordings.map((row) => [`${row.note_id} ${row.number}`, row.search] as const),
    ...additions.map((row) => [row.id, row.search] as const),
  ]);
  return (await notesFor(tx, member, among)).flatMap((note) => passagesOf(note, found));
}

function passagesOf({ note, shared, draft, additions }: OpenedNote, found: ReadonlyMap<string, string>): Passage[] {
  const href = `/decisions/${note.id}`;
  const wording = (version: NoteVersion | null, more: { href: string; isDraft: boolean }): Passage[] => {
    const search = found.get(`${note.id} ${version?.number}`);
    if (version === null || search === undefined) return [];
    const at = { key: `${note.id} ${version.number}`, kindName: m.decisions_use(), under: note.unit };
    return [{ ...at, ...more, title: version.title, texts: textsOf(version), search }];
  };
  const title = (shared ?? draft)?.title ?? '';
  const added = additions.flatMap(({ id, text }): Passage[] => {
    const search = found.get(id);
    if (search === undefined) return [];
    return [
      {
        key: id,
        href: `${href}#additions`,
        kindName: m.search_kind_addition(),
        under: title,
        title: null,
        texts: [text],
        search,
      },
    ];
  });
  return [...wording(shared, { href, isDraft: false }), ...wording(draft, { href: `${href}/draft`, isDraft: true }), ...added];
}

function textsOf({ decision, tradeoffs, explanation, heard, told, alternatives }: NoteVersion): string[] {
  return [decision, tradeoffs, explanation, heard, told, ...alternatives.flatMap(({ name, pro, con }) => [name, pro, con])];
}
