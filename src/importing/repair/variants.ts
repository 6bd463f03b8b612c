import type { Channel, ConfusionKind, WeighedConfusion } from './confusions.ts';

/** A word that may have been meant, what a scan must have confused to show what stands there, and its cost: -ln of the chance. */
export type Variant = { word: string; cost: number; confusions: WeighedConfusion[] };

type Option = { length: number; meant: string; cost: number; confusion: WeighedConfusion };

const LONGEST_SEEN = 3;

/** Every single confusion that could have led to the word, or those of one kind. */
export function singleVariants(
  word: string,
  channel: Channel,
  most: number,
  fits: Limits['fits'],
  kind: ConfusionKind | null = null,
): Variant[] {
  const found: Variant[] = [];
  for (let at = 0; at <= word.length; at++)
    for (const { length, meant, cost, confusion } of optionsAt(word, at, channel, most)) {
      if (kind !== null && confusion.kind !== kind) continue;
      const end = at + meant.length + 2;
      const variant = word.slice(0, at) + meant + word.slice(at + length);
      if (fits(variant.slice(0, end), at)) found.push({ word: variant, cost, confusions: [confusion] });
    }
  return found;
}

function optionsAt(word: string, at: number, channel: Channel, most: number): Option[] {
  const found: Option[] = [];
  for (let length = 0; length <= LONGEST_SEEN && at + length <= word.length; length++) {
    for (const { confusion, cost } of channel.options(word.slice(at, at + length))) {
      if (cost > most) break;
      if (confusion.meant === 'I' && at > 0) continue;
      found.push({ length, meant: confusion.meant, cost, confusion });
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** `fits` says whether letters may stand so in a word of the language, looking at those from a place on. */
export type Limits = { each: number; total: number; count: number; fits: (word: string, from: number) => boolean };

const MOST_CONFUSIONS = 4;

/**
 * Words with up to four confusions, cheapest first, within a cost and a number of them. Only confusions whose own cost is at most
 * `each` take part, so that a word has thousands of variants and not millions.
 */
export function manyVariants(word: string, channel: Channel, limits: Limits): Variant[] {
  const options = Array.from({ length: word.length + 1 }, (_, at) => optionsAt(word, at, channel, limits.each));
  const search: Search = { word, options, total: limits.total, limits, found: [] };
  collect(search, 0, '', 0, []);
  keepCheapest(search);
  return search.found;
}

type Search = { word: string; options: Option[][]; total: number; limits: Limits; found: Variant[] };

/** Walks through the word letter by letter. What costs more than the cheapest asked for is no longer looked at. */
function collect(search: Search, at: number, built: string, cost: number, confusions: WeighedConfusion[]): void {
  const { word, limits, found } = search;
  if (at > word.length) {
    if (confusions.length === 0 || cost > search.total) return;
    found.push({ word: built, cost, confusions });
    if (found.length >= 2 * limits.count) search.total = keepCheapest(search);
    return;
  }
  const as = built + word.charAt(at);
  if (at >= word.length || confusions.length === 0 || limits.fits(as, built.length))
    collect(search, at + 1, as, cost, confusions);
  if (confusions.length >= MOST_CONFUSIONS) return;
  for (const option of search.options[at] ?? []) {
    if (cost + option.cost > search.total) break;
    // A letter that fell out leaves the one before which it stood, and may be the word's last.
    const more = built + (option.length === 0 ? option.meant + word.charAt(at) : option.meant);
    if (!limits.fits(more, built.length)) continue;
    collect(search, option.length === 0 ? at + 1 : at + option.length, more, cost + option.cost, [
      ...confusions,
      option.confusion,
    ]);
  }
}

/** Leaves as many as were asked for, and says what the dearest of them costs. */
function keepCheapest({ found, limits, total }: Search): number {
  found.sort((a, b) => a.cost - b.cost);
  if (found.length <= limits.count) return total;
  found.length = limits.count;
  return found.at(-1)?.cost ?? total;
}
