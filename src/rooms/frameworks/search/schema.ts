import * as v from 'valibot';

/** What somebody looks for, from the address: words, one framework or all, and the page of hits. What makes no sense is left out. */
export const SearchInput = v.object({
  q: v.fallback(
    v.pipe(
      v.string(),
      v.maxLength(200),
      v.transform((text) => text.replaceAll('\0', ' ').trim()),
    ),
    '',
  ),
  framework: v.fallback(v.nullable(v.pipe(v.string(), v.uuid())), null),
  page: v.fallback(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(1000)), 1),
});
export type SearchInput = v.InferOutput<typeof SearchInput>;

/** A word that is looked for, as it is compared, and its stems: trivsel has two, for trivslen has lost a vowel. */
export type Term = { word: string; stems: string[] };

/** Text cut where words that were looked for begin and end. */
export type Piece = { text: string; hit: boolean };

/** A place in a framework that has the words. */
export type Hit = {
  key: string;
  frameworkId: string;
  versionId: string;
  statementId: string | null;
  /** The page where it stands, without the organisation: `/frameworks/…`. */
  href: string;
  framework: string;
  isDraft: boolean;
  kindName: string;
  levelName: string | null;
  path: string[];
  title: Piece[] | null;
  text: Piece[] | null;
};

export type SearchResult = {
  hits: Hit[];
  total: number;
  pages: number;
  /** How many of the words stand in each hit, and how many there were. */
  matched: number;
  words: number;
  frameworks: { frameworkId: string; title: string; count: number }[];
};

/** The words that were asked for, made ready to look with; null when nothing was. */
export type Asked = { terms: Term[] };

/** Something with words, outside the text of the frameworks, that the one who asks may read. */
export type Passage = {
  key: string;
  /** Below the organisation's address. */
  href: string;
  kindName: string;
  /** What it belongs to: a unit, a hearing, a framework. */
  under: string;
  title: string | null;
  /** Its texts, most telling first; the first with a hit is shown. */
  texts: string[];
  /** What it can be found by, as the database wrote it. */
  search: string;
  isDraft?: boolean;
};

export type PassageHit = {
  key: string;
  href: string;
  kindName: string;
  /** Where it stands. */
  framework: string;
  title: Piece[] | null;
  text: Piece[] | null;
  isDraft: boolean;
};

/** The first passages that have all the words, best first, and how many were found; `more`: there may be others. */
export type PassageHits = { hits: PassageHit[]; total: number; more: boolean };

export const NO_PASSAGES: PassageHits = { hits: [], total: 0, more: false };
