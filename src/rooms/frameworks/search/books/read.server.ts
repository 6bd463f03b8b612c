import { stopwatch } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import type { VisibleVersion } from '../visible/read.server.ts';
import type { Library } from '../places/rules.ts';
import { bookOf, type Book, type BookRows, type Lexicon } from './rules.ts';

/** Books are kept in memory: 32 million letters at most, and an hour after they were last asked for. */
const MOST_LETTERS = 32_000_000;
const KEPT_FOR_MS = 3_600_000;

type Kept = { revision: number; book: Book; askedAt: number };
/** The books of one organisation, with the words that stand in them, and how many letters were in books that have gone. */
type Shelf = { books: Map<string, Kept>; lexicon: Lexicon; letters: number; gone: number };
const shelves = new Map<number, Shelf>();
let sweeping = false;

/**
 * The books of the versions a person may read. Which versions those are, and how often each has been saved, has been asked of the
 * database in this transaction; what is kept is looked up by these and nothing else, so that a word changed a second ago is found.
 */
export async function libraryOf(tx: Tx, visible: readonly VisibleVersion[]): Promise<Library> {
  const shelf = shelfOf(visible[0]?.organisationId ?? 0);
  const askedAt = stopwatch();
  const missing = visible.filter(({ versionId, revision }) => shelf.books.get(versionId)?.revision !== revision);
  const read = missing.length === 0 ? [] : await readRows(tx, missing);
  for (const { version, rows } of read) {
    takeOff(shelf, version.versionId);
    const book = bookOf(rows, shelf.lexicon);
    shelf.books.set(version.versionId, { revision: version.revision, book, askedAt });
    shelf.letters += book.letters;
  }
  const books = new Map<string, Book>();
  for (const { versionId } of visible) {
    const kept = shelf.books.get(versionId);
    if (kept === undefined) continue;
    kept.askedAt = askedAt;
    books.set(versionId, kept.book);
  }
  if (read.length > 0) tidy();
  return { books, lexicon: shelf.lexicon };
}

/** Lets go of what nobody has asked for since a moment: a version that was deleted, or its whole organisation, is never asked for again. */
export function forgetUnasked(since: number): void {
  for (const shelf of shelves.values())
    for (const [versionId, { askedAt }] of shelf.books) if (askedAt < since) takeOff(shelf, versionId);
  tidy();
}

/** How many letters of an organisation's frameworks are in memory. */
export function lettersKept(organisationId: number): number {
  return shelves.get(organisationId)?.letters ?? 0;
}

/** The organisation's shelf, which is now the last to go. */
function shelfOf(organisationId: number): Shelf {
  const lexicon = { words: [], stems: [], numbers: new Map<string, number>() };
  const shelf = shelves.get(organisationId) ?? { books: new Map<string, Kept>(), lexicon, letters: 0, gone: 0 };
  shelves.delete(organisationId);
  shelves.set(organisationId, shelf);
  return shelf;
}

function takeOff(shelf: Shelf, versionId: string): void {
  const letters = shelf.books.get(versionId)?.book.letters ?? 0;
  shelf.books.delete(versionId);
  shelf.letters -= letters;
  shelf.gone += letters;
}

/** Empty shelves go, and those whose lexicon holds mostly words that stand nowhere any more; then the oldest, until there is room. */
function tidy(): void {
  let letters = 0;
  for (const [organisation, shelf] of shelves) {
    if (shelf.books.size === 0 || shelf.gone > shelf.letters) shelves.delete(organisation);
    else letters += shelf.letters;
  }
  for (const [organisation, shelf] of shelves) {
    if (letters <= MOST_LETTERS) break;
    shelves.delete(organisation);
    letters -= shelf.letters;
  }
  if (!sweeping && shelves.size > 0) sweepLater();
}

function sweepLater(): void {
  sweeping = true;
  setTimeout(() => {
    sweeping = false;
    forgetUnasked(stopwatch() - KEPT_FOR_MS);
  }, KEPT_FOR_MS / 4).unref();
}

/** What the database holds of these versions. */
async function readRows(tx: Tx, versions: readonly VisibleVersion[]): Promise<{ version: VisibleVersion; rows: BookRows }[]> {
  const { titles, levels, kindNames, elements } = await rowsOf(tx, versions);
  return versions.map((version) => ({
    version,
    rows: {
      version: titles.get(version.versionId)?.[0] ?? { title: version.title, search: '' },
      levels: levels.get(version.versionId) ?? [],
      kindNames: kindNames.get(version.versionId) ?? [],
      elements: elements.get(version.versionId) ?? [],
    },
  }));
}

async function rowsOf(tx: Tx, versions: readonly VisibleVersion[]) {
  const ids = versions.map(({ versionId }) => versionId);
  // The walls ask for the organisation themselves; it is named here so that the rows are found by their key.
  const organisation = versions[0]?.organisationId ?? 0;
  const titles = await tx
    .selectFrom('framework_versions')
    .select(['id as versionId', 'title', 'search'])
    .where('organisation_id', '=', organisation)
    .where('id', 'in', ids)
    .execute();
  const levels = await tx
    .selectFrom('framework_levels')
    .select(['version_id as versionId', 'position as level', 'name as title', 'search'])
    .where('organisation_id', '=', organisation)
    .where('version_id', 'in', ids)
    .execute();
  const kindNames = await tx
    .selectFrom('framework_kind_names')
    .select(['version_id as versionId', 'kind', 'name'])
    .where('organisation_id', '=', organisation)
    .where('version_id', 'in', ids)
    .execute();
  const elements = await tx
    .selectFrom('framework_elements')
    .select(['version_id as versionId', 'id as element', 'statement_id as statementId', 'parent_id as parent'])
    .select(['level as atLevel', 'kind', 'title', 'text', 'search'])
    .where('organisation_id', '=', organisation)
    .where('version_id', 'in', ids)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return { titles: byVersion(titles), levels: byVersion(levels), kindNames: byVersion(kindNames), elements: byVersion(elements) };
}

function byVersion<T extends { versionId: string }>(rows: readonly T[]): Map<string, T[]> {
  return Map.groupBy(rows, ({ versionId }) => versionId);
}
