import type { Book, Lexicon } from '../books/rules.ts';
import { likenessTo, WORTH, type Likeness } from '../rules.ts';
import type { Term } from '../schema.ts';

export type Place = { versionId: string; at: number };
export type Places = {
  places: Place[];
  total: number;
  matched: number;
  counts: Map<string, number>;
  /** Is this word, as words are compared, one that was found? */
  isHit: (word: string) => boolean;
};

/** The books to look in, by version, and the words that stand in them. */
export type Library = { books: ReadonlyMap<string, Book>; lexicon: Lexicon };

type Weighed = Place & { has: number; matched: number; worth: number };
type InBook = { versionId: string; book: Book; places: Weighed[] };

/** The title of a framework tells more about it than one of its statements. */
const TITLE_COUNTS = 2;

/**
 * The places that have most of the words, best first: those of the chosen versions on one page, and how many there are in each version.
 * A word may also stand in what is above the place, or be the name of its level, when no place has all the words itself.
 */
export function findPlaces(
  { books, lexicon }: Library,
  terms: readonly Term[],
  { chosen, from, most }: { chosen: ReadonlySet<string>; from: number; most: number },
): Places {
  const { likeness, isHit } = judge(lexicon, terms);
  const own = [...books].map(([versionId, book]) => ({
    versionId,
    book,
    places: weigh(versionId, book, likeness, terms.length),
  }));
  const weighed = terms.length > 1 && mostMatched(own) < terms.length ? own.map(withAround) : own;
  const matched = mostMatched(weighed);
  const best = weighed
    .map(({ versionId, places }) => ({ versionId, places: places.filter((one) => one.matched === matched) }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => (a.versionId < b.versionId ? -1 : 1));
  // Equal ones stay as they are: by version, in the order of the document.
  const wanted = best.flatMap(({ versionId, places }) => (chosen.has(versionId) ? places : [])).sort((a, b) => b.worth - a.worth);
  const places = wanted.slice(from, from + most).map(({ versionId, at }) => ({ versionId, at }));
  const counts = new Map(best.map((one) => [one.versionId, one.places.length]));
  return { places, total: wanted.length, matched, counts, isHit };
}

/** How each word of a lexicon, by its number, is like each of those looked for; null when like none. */
type Likenesses = readonly (readonly (Likeness | null)[] | null)[];

function judge(lexicon: Lexicon, terms: readonly Term[]): { likeness: Likenesses; isHit: (word: string) => boolean } {
  const looks = terms.map(likenessTo);
  const hits = new Set<string>();
  const likeness = lexicon.words.map((word, number) => {
    const stem = lexicon.stems[number] ?? word;
    const likenesses = looks.map((look) => look(word, stem));
    if (likenesses.every((one) => one === null)) return null;
    hits.add(word);
    return likenesses;
  });
  return { likeness, isHit: (word) => hits.has(word.replace(/[^a-z0-9]/gu, '')) };
}

/** What has one of the words at all, and what it is worth to have found them there. `has` tells which, a bit for each. */
function weigh(versionId: string, book: Book, likeness: Likenesses, most: number): Weighed[] {
  let worths: Uint8Array | null = null;
  // A loop over numbers: it runs for every word of every book.
  for (let index = 0; index < book.words.length; index++) {
    const found = likeness[book.words[index] ?? -1] ?? null;
    if (found === null) continue;
    worths ??= new Uint8Array(book.places.length * most);
    const where = book.where.subarray(book.ends[index - 1] ?? 0, book.ends[index]);
    for (const [term, one] of found.entries()) if (one !== null) raise(worths, where, { term, most, worth: WORTH[one] });
  }
  return worths === null ? [] : weighed(versionId, book.places, worths, most);
}

function raise(
  worths: Uint8Array,
  where: Uint32Array,
  { term, most, worth }: { term: number; most: number; worth: readonly [number, number] },
): void {
  for (const one of where) {
    const at = (one >> 1) * most + term;
    worths[at] = Math.max(worths[at] ?? 0, (one & 1) === 1 ? worth[1] : worth[0]);
  }
}

function weighed(versionId: string, places: Book['places'], worths: Uint8Array, most: number): Weighed[] {
  const found: Weighed[] = [];
  for (let at = 0; at < places.length; at++) {
    let [has, matched, worth] = [0, 0, 0];
    for (let term = 0; term < most; term++) {
      const one = worths[at * most + term] ?? 0;
      if (one === 0) continue;
      has |= 1 << term;
      matched += 1;
      worth += one;
    }
    if (has === 0) continue;
    const isTitle = places[at]?.element === null && places[at]?.level === null;
    found.push({ versionId, at, has, matched, worth: isTitle ? TITLE_COUNTS * worth : worth });
  }
  return found;
}

/** The same places, where a word also counts that stands right above a place or is the name of its level. */
function withAround(own: InBook): InBook {
  const above = new Map<number | null, number>();
  const levels = new Map<number | null, number>();
  for (const { at, has } of own.places) {
    above.set(at, has);
    const level = own.book.places[at]?.level ?? null;
    if (level !== null) levels.set(level, has);
  }
  const places = own.places.map((one) => {
    const place = own.book.places[one.at];
    const has = one.has | (above.get(place?.parentAt ?? null) ?? 0) | (levels.get(place?.atLevel ?? null) ?? 0);
    return has === one.has ? one : { ...one, has, matched: bitsIn(has) };
  });
  return { ...own, places };
}

function mostMatched(found: readonly InBook[]): number {
  let most = 0;
  for (const { places } of found) for (const { matched } of places) most = Math.max(most, matched);
  return most;
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let left = number; left !== 0; left &= left - 1) bits += 1;
  return bits;
}
