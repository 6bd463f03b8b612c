import { tracesOf, waysOf } from '../rules.ts';
import type { Term } from '../schema.ts';

/** What can be found: an element, the name of a level, or the title of a version; `search` is its words as the database wrote them. */
export type Findable = {
  versionId: string;
  element: string | null;
  level: number | null;
  parent: string | null;
  atLevel: number | null;
  position: number;
  search: string;
};

export type Place = { version: string; element: string | null; level: number | null };
export type Found = { places: Place[]; total: number; matched: number; counts: Map<string, number> };

type Weighed = { of: Findable; worths: number[]; matched: number; worth: number };

/** The title of a framework tells more about it than one of its statements. */
const TITLE_COUNTS = 2;

/**
 * The places that have most of the words, best first: those of the chosen versions on one page, and how many there are in each version.
 * A word may also stand in what is above the place, or be the name of its level, when no place has all the words itself.
 */
export function findPlaces(
  findables: readonly Findable[],
  terms: readonly Term[],
  { chosen, from, most }: { chosen: ReadonlySet<string>; from: number; most: number },
): Found {
  const own = weigh(findables, terms);
  const alone = own.reduce((best, { matched }) => Math.max(best, matched), 0);
  const weighed = alone < terms.length && terms.length > 1 ? withAround(own, terms.length) : own;
  const matched = weighed.reduce((best, one) => Math.max(best, one.matched), 0);
  const best = weighed.filter((one) => one.matched === matched);
  const wanted = best.filter(({ of }) => chosen.has(of.versionId)).sort(bestFirst);
  const counts = new Map<string, number>();
  for (const { of } of best) counts.set(of.versionId, (counts.get(of.versionId) ?? 0) + 1);
  const places = wanted
    .slice(from, from + most)
    .map(({ of }) => ({ version: of.versionId, element: of.element, level: of.level }));
  return { places, total: wanted.length, matched, counts };
}

/** What has one of the words at all, and what it is worth to have found them there. */
function weigh(findables: readonly Findable[], terms: readonly Term[]): Weighed[] {
  const looks = terms.map(lookFor);
  const found: Weighed[] = [];
  for (const of of findables) {
    let worths: number[] | null = null;
    let matched = 0;
    let sum = 0;
    for (let at = 0; at < looks.length; at++) {
      const worth = looks[at]?.(of.search) ?? 0;
      if (worth === 0) continue;
      worths ??= looks.map(() => 0);
      worths[at] = worth;
      matched += 1;
      sum += worth;
    }
    if (worths === null) continue;
    found.push({ of, worths, matched, worth: of.element === null && of.level === null ? TITLE_COUNTS * sum : sum });
  }
  return found;
}

/** What the best way is worth in which a word stands in a text; 0 where it does not. Most texts are ruled out by a few letters. */
function lookFor(term: Term): (search: string) => number {
  const traces = tracesOf(term);
  const ways = waysOf(term).map((way) => {
    if ('letters' in way) return { worth: way.worth, stands: (search: string) => search.includes(way.letters) };
    const pattern = new RegExp(way.pattern, 'u');
    return { worth: way.worth, stands: (search: string) => pattern.test(search) };
  });
  return (search) => {
    if (!traces.some((trace) => search.includes(trace))) return 0;
    return ways.find(({ stands }) => stands(search))?.worth ?? 0;
  };
}

/** The same places, where a word also counts that stands right above a place or is the name of its level. */
function withAround(own: readonly Weighed[], words: number): Weighed[] {
  const above = Array.from({ length: words }, () => new Set<string>());
  const levels = Array.from({ length: words }, () => new Set<string>());
  for (const { of, worths } of own)
    for (const [at, worth] of worths.entries()) {
      if (worth === 0) continue;
      if (of.element !== null) above[at]?.add(of.element);
      if (of.level !== null) levels[at]?.add(`${of.versionId} ${of.level}`);
    }
  return own.map((one) => {
    const { parent, atLevel, versionId } = one.of;
    if ((parent === null && atLevel === null) || one.matched === words) return one;
    const level = `${versionId} ${atLevel}`;
    let matched = 0;
    for (let at = 0; at < words; at++)
      if (one.worths[at] !== 0 || (parent !== null && above[at]?.has(parent)) || (atLevel !== null && levels[at]?.has(level)))
        matched += 1;
    return matched === one.matched ? one : { ...one, matched };
  });
}

function bestFirst(a: Weighed, b: Weighed): number {
  return (
    b.worth - a.worth ||
    compare(a.of.versionId, b.of.versionId) ||
    a.of.position - b.of.position ||
    compare(a.of.element ?? '~', b.of.element ?? '~')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
