import { ELEMENT_KINDS, type ElementKind } from '#importing/open-format.ts';

/** What can be found in a version: an element, a leadership level by its name, or the version by its title. */
export type Found = {
  element: string | null;
  statementId: string | null;
  /** The leadership level whose name it is. */
  level: number | null;
  /** Where it stands: the place of its parent in the book, and its leadership level. */
  parentAt: number | null;
  atLevel: number | null;
  kind: ElementKind | null;
  title: string | null;
  text: string | null;
};

/** Every word that stands in some books with its stem; `numbers` leads from `word=stem` to where both are. */
export type Lexicon = { words: string[]; stems: string[]; numbers: Map<string, number> };

/**
 * One version made ready for searching. The places stand in the order of the document, then the levels, then the version itself. The
 * word of the lexicon with number `words[i]` stands in `where[ends[i - 1]]` up to `where[ends[i]]`: twice the number of a place, and one
 * more where it is in the title.
 */
export type Book = {
  places: Found[];
  words: Uint32Array;
  ends: Uint32Array;
  where: Uint32Array;
  kindNames: Partial<Record<ElementKind, string>>;
  letters: number;
};

type Row = { title: string | null; search: string };
export type ElementRow = Row & {
  element: string;
  statementId: string;
  parent: string | null;
  atLevel: number | null;
  kind: string;
  text: string | null;
};
export type BookRows = {
  version: Row;
  levels: readonly (Row & { level: number })[];
  kindNames: readonly { kind: string; name: string }[];
  elements: readonly ElementRow[];
};

/** A version as it is searched. The column `search` says which words and stems stand where; the database wrote it. */
export function bookOf({ version, levels, kindNames, elements }: BookRows, lexicon: Lexicon): Book {
  const at = new Map(elements.map(({ element }, index) => [element, index]));
  const places: Found[] = [
    ...elements.map(({ element, statementId, parent, atLevel, kind, title, text }) => ({
      ...{ element, statementId, atLevel, title, text, level: null },
      parentAt: parent === null ? null : (at.get(parent) ?? null),
      kind: ELEMENT_KINDS.find((one) => one === kind) ?? 'section',
    })),
    ...levels.map(({ level, title }) => ({ ...NOWHERE, level, title })),
    { ...NOWHERE, title: version.title },
  ];
  const names = ELEMENT_KINDS.flatMap((kind) => kindNames.filter((one) => one.kind === kind));
  const standing = wordsWhere([...elements, ...levels, version], lexicon);
  return {
    ...{ places, ...standing },
    kindNames: Object.fromEntries(names.map(({ kind, name }) => [kind, name])),
    letters: lettersIn(places) + 4 * standing.where.length,
  };
}

const NOWHERE: Found = {
  ...{ element: null, statementId: null, level: null, parentAt: null, atLevel: null, kind: null, title: null, text: null },
};

function wordsWhere(rows: readonly Row[], lexicon: Lexicon): Pick<Book, 'words' | 'ends' | 'where'> {
  const standing = new Map<number, number[]>();
  for (const [place, { search }] of rows.entries())
    for (let from = 0, to = search.indexOf(';'); to >= 0; from = to + 1, to = search.indexOf(';', from)) {
      // In a title <word>stem, in a text ^word=stem.
      const inTitle = search.startsWith('<', from);
      const entry = search.slice(from + 1, to);
      const number = numberOf(inTitle ? entry.replace('>', '=') : entry, lexicon);
      const where = 2 * place + (inTitle ? 1 : 0);
      const known = standing.get(number);
      if (known === undefined) standing.set(number, [where]);
      else known.push(where);
    }
  let end = 0;
  const ends = Uint32Array.from(standing.values(), ({ length }) => (end += length));
  return { words: Uint32Array.from(standing.keys()), ends, where: Uint32Array.from([...standing.values()].flat()) };
}

function numberOf(entry: string, { words, stems, numbers }: Lexicon): number {
  const known = numbers.get(entry);
  if (known !== undefined) return known;
  const cut = entry.indexOf('=');
  words.push(entry.slice(0, cut));
  stems.push(entry.slice(cut + 1));
  numbers.set(entry, numbers.size);
  return numbers.size - 1;
}

function lettersIn(places: readonly Found[]): number {
  return places.reduce((sum, { title, text }) => sum + (title?.length ?? 0) + (text?.length ?? 0), 0);
}
