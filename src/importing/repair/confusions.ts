import { ALIKE, ALIKE_GROUPS, FIGURES, NATIONAL_TRACES, PRIOR } from './likely-confusions.ts';

/** What a scan saw in the place of what was meant; one of them may be empty. */
export type Confusion = { seen: string; meant: string; kind: ConfusionKind };

/** Kinds learn together: a scan that drops letters drops all letters. */
export type ConfusionKind = 'national' | 'alike' | 'other' | 'dropped' | 'added';

const NATIONAL = 'æøå';
const LETTERS = 'abcdefghijklmnopqrstuvwxyzæøå';
/** `key` names it: what was seen and what was meant. */
export type WeighedConfusion = Confusion & { prior: number; key: string };

/** Every confusion thought possible, by what was seen ('' for a letter that fell out), with its chance before a document is read. */
export const POSSIBLE: ReadonlyMap<string, readonly WeighedConfusion[]> = allConfusions();

function allConfusions(): Map<string, WeighedConfusion[]> {
  const found = new Map<string, Map<string, WeighedConfusion>>();
  const add = (seen: string, meant: string, kind: ConfusionKind, prior: number): void => {
    const same = found.get(seen) ?? new Map<string, WeighedConfusion>();
    found.set(seen, same);
    const known = same.get(meant);
    if (seen !== meant && (known === undefined || known.prior < prior))
      same.set(meant, { seen, meant, kind, prior, key: `${seen}>${meant}` });
  };
  for (const [meant, traces] of Object.entries(NATIONAL_TRACES))
    for (const seen of traces) add(seen, meant, 'national', PRIOR.trace);
  for (const [seen, meant] of ALIKE_GROUPS) add(seen, meant, 'alike', PRIOR.alike);
  for (const [seen, meant] of FIGURES) add(seen, meant, 'alike', PRIOR.figure);
  for (const group of ALIKE)
    for (const seen of group)
      for (const meant of group)
        if (LETTERS.includes(meant) || (meant === 'I' && seen !== 'i')) add(seen, meant, 'alike', PRIOR.alike);
  for (const seen of `${LETTERS}I0123456789@&$£¢¥§€|éáàäöâíß{}\\`) {
    for (const meant of LETTERS) {
      const national = NATIONAL.includes(meant);
      add(
        seen,
        meant,
        national ? 'national' : 'other',
        national ? PRIOR.national : LETTERS.includes(seen) ? PRIOR.other : PRIOR.sign,
      );
    }
    add(seen, '', 'added', PRIOR.added);
  }
  for (const first of `${LETTERS}éáàä`)
    for (const second of `${LETTERS}éáàä`)
      for (const meant of NATIONAL) add(first + second, meant, 'national', PRIOR.nationalGroup);
  for (const first of LETTERS)
    for (const second of LETTERS) add(first + second, first, 'added', first === second ? PRIOR.doubled : 0);
  for (const meant of LETTERS)
    add('', meant, NATIONAL.includes(meant) ? 'national' : 'dropped', NATIONAL.includes(meant) ? PRIOR.national : PRIOR.dropped);
  return new Map([...found].map(([seen, same]) => [seen, [...same.values()].filter(({ prior }) => prior > 0)]));
}

const LONGEST_SEEN = 3;
/** Confusions dearer than this are not thought of: less than one in four million letters. */
const DEAREST = 15.2;

export type CostedConfusion = { confusion: WeighedConfusion; cost: number };

/** The chances of confusions in one document. Made from how often each was found and from the letters that were seen right. */
export class Channel {
  readonly #options = new Map<string, readonly CostedConfusion[]>();
  readonly #around = new Map<string, readonly CostedConfusion[]>();
  readonly #counts: ReadonlyMap<string, number>;
  readonly #letters: ReadonlyMap<string, number>;
  readonly #lone: ReadonlySet<string>;
  readonly #factors: Record<ConfusionKind, number>;

  /** `lone` are confusions that one word alone speaks for: they count for their kind only. */
  constructor(counts: ReadonlyMap<string, number>, letters: ReadonlyMap<string, number>, lone: ReadonlySet<string> = new Set()) {
    this.#lone = lone;
    this.#counts = counts;
    this.#letters = withMeant(counts, letters);
    this.#factors = factorsOf(counts, letters);
  }

  /** What may have been meant by the letters from a place of a word on, cheapest first; the cost is -ln of the chance. */
  optionsAt(word: string, at: number): readonly CostedConfusion[] {
    const letters = word.slice(at, at + LONGEST_SEEN);
    const key = at === 0 ? `^${letters}` : letters;
    const known = this.#around.get(key);
    if (known) return known;
    const lists = Array.from({ length: letters.length + 1 }, (_, length) => this.#optionsOf(letters.slice(0, length)));
    const all = merged(lists);
    const found = at === 0 ? all : all.filter(({ confusion }) => confusion.meant !== 'I');
    this.#around.set(key, found);
    return found;
  }

  #optionsOf(seen: string): readonly CostedConfusion[] {
    const known = this.#options.get(seen);
    if (known) return known;
    const all = (POSSIBLE.get(seen) ?? []).map((confusion) => ({ confusion, cost: -Math.log(this.chance(confusion)) }));
    const made = all.filter(({ cost }) => cost <= DEAREST).sort((a, b) => a.cost - b.cost);
    this.#options.set(seen, made);
    return made;
  }

  /** The chance that what was meant was seen so, 0 to 1. */
  chance(confusion: WeighedConfusion): number {
    const total = this.#letters.get(confusion.meant.slice(0, 1)) ?? 0;
    const prior = Math.min(0.02, confusion.prior * this.#factors[confusion.kind]);
    const count = this.#lone.has(confusion.key) ? 0 : Math.max(0, (this.#counts.get(confusion.key) ?? 0) - DISCOUNT);
    const steadiness = Math.max(LEAST_STEADINESS, PRIOR_COUNT / prior);
    const learned = (count + prior * steadiness) / (total + steadiness);
    const steady = STEADINESS_OF[confusion.kind];
    const least = steady === 0 ? 0 : (prior * steady) / (total + steady);
    return Math.min(0.98, Math.max(learned, least));
  }
}

/** Lists that are sorted by cost as one that is. */
function merged(lists: readonly (readonly CostedConfusion[])[]): CostedConfusion[] {
  const at = lists.map(() => 0);
  const found: CostedConfusion[] = [];
  for (;;) {
    let cheapest: CostedConfusion | undefined;
    let from = 0;
    for (let i = 0; i < lists.length; i++) {
      const next = lists[i]?.[at[i] ?? 0];
      if (next === undefined || (cheapest !== undefined && next.cost >= cheapest.cost)) continue;
      cheapest = next;
      from = i;
    }
    if (cheapest === undefined) return found;
    found.push(cheapest);
    at[from] = (at[from] ?? 0) + 1;
  }
}

/** The starting point weighs as many letters as it takes to expect this many of the confusion, and at least so many letters. */
const PRIOR_COUNT = 0.1;
const LEAST_STEADINESS = 15;
/** Letters alike are confused here and there, however many are seen right. */
const STEADINESS_OF: Record<ConfusionKind, number> = { national: 0, alike: 1000, other: 5000, dropped: 0, added: 0 };
const MOST_FACTOR = 60;
/** What one word says by itself counts little: it may be that word alone that is read wrongly. */
const DISCOUNT = 0.8;

/** Letters that were seen right and letters that were confused. `letters` counts only the first. */
function withMeant(counts: ReadonlyMap<string, number>, letters: ReadonlyMap<string, number>): Map<string, number> {
  const all = new Map(letters);
  for (const [key, count] of counts) {
    const meant = key.slice(key.lastIndexOf('>') + 1).charAt(0);
    all.set(meant, (all.get(meant) ?? 0) + count);
  }
  return all;
}

/** How much oftener than expected each kind of confusion happens in the document, at least 1. */
function factorsOf(counts: ReadonlyMap<string, number>, letters: ReadonlyMap<string, number>): Record<ConfusionKind, number> {
  const happened: Record<ConfusionKind, number> = { national: 0, alike: 0, other: 0, dropped: 0, added: 0 };
  const expected = { ...happened };
  const all = [...letters.values()].reduce((sum, count) => sum + count, 0);
  for (const same of POSSIBLE.values()) {
    for (const confusion of same) {
      happened[confusion.kind] += counts.get(confusion.key) ?? 0;
      const meant = confusion.meant === '' ? all / LETTERS.length : (letters.get(confusion.meant.slice(0, 1)) ?? 0);
      expected[confusion.kind] += confusion.prior * meant;
    }
  }
  const factor = (kind: ConfusionKind): number => Math.min(MOST_FACTOR, Math.max(1, (happened[kind] + 1) / (expected[kind] + 1)));
  return {
    national: factor('national'),
    alike: factor('alike'),
    other: factor('other'),
    dropped: factor('dropped'),
    added: factor('added'),
  };
}
