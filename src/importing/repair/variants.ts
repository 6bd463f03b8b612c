import type { Channel, ConfusionKind, CostedConfusion, WeighedConfusion } from './confusions.ts';

/** A word that may have been meant, what a scan must have confused to show what stands there, and its cost: -ln of the chance. */
export type Variant = { word: string; cost: number; confused: Confused };

/** The last confusion in a word, and those before it. */
export type Confused = { confusion: WeighedConfusion; before: Confused | null; count: number };

/** Every confusion of a variant, from the last to the first. */
export function confusionsOf(variant: Variant): WeighedConfusion[] {
  const found: WeighedConfusion[] = [];
  for (let at: Confused | null = variant.confused; at !== null; at = at.before) found.push(at.confusion);
  return found;
}

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
    for (const { cost, confusion } of channel.optionsAt(word, at)) {
      if (cost > most) break;
      if (kind !== null && confusion.kind !== kind) continue;
      const variant = word.slice(0, at) + confusion.meant + word.slice(at + confusion.seen.length);
      const end = Math.min(variant.length, at + confusion.meant.length + 2);
      if (fits(variant, at, end)) found.push({ word: variant, cost, confused: { confusion, before: null, count: 1 } });
    }
  return found;
}

/** `fits` says whether letters may stand so in a word of the language, looking at those from a place on, up to another. */
export type Limits = { each: number; total: number; count: number; fits: (word: string, from: number, to: number) => boolean };

const MOST_CONFUSIONS = 4;

/**
 * Words with up to four confusions, cheapest first, within a cost and a number of them. Only confusions whose own cost is at most
 * `each` take part, so that a word has thousands of variants and not millions.
 */
export function manyVariants(word: string, channel: Channel, limits: Limits): Variant[] {
  const options = Array.from({ length: word.length + 1 }, (_, at) => channel.optionsAt(word, at));
  const search: Search = { word, options, total: limits.total, limits, found: [] };
  collect(search, 0, '', 0, null);
  keepCheapest(search);
  return search.found;
}

type Search = { word: string; options: (readonly CostedConfusion[])[]; total: number; limits: Limits; found: Variant[] };

/** Walks through the word letter by letter. What costs more than the cheapest asked for is no longer looked at. */
function collect(search: Search, at: number, built: string, cost: number, confused: Confused | null): void {
  const { word, limits, found } = search;
  if (at > word.length) {
    if (confused === null || cost > search.total) return;
    found.push({ word: built, cost, confused });
    if (found.length >= 2 * limits.count) search.total = keepCheapest(search);
    return;
  }
  const as = built + word.charAt(at);
  if (at >= word.length || confused === null || limits.fits(as, built.length, as.length))
    collect(search, at + 1, as, cost, confused);
  const count = confused?.count ?? 0;
  if (count >= MOST_CONFUSIONS) return;
  for (const { confusion, cost: more } of search.options[at] ?? []) {
    if (more > limits.each || cost + more > search.total) break;
    // A letter that fell out leaves the one before which it stood, and may be the word's last.
    const length = confusion.seen.length;
    const next = built + (length === 0 ? confusion.meant + word.charAt(at) : confusion.meant);
    if (!limits.fits(next, built.length, next.length)) continue;
    collect(search, length === 0 ? at + 1 : at + length, next, cost + more, { confusion, before: confused, count: count + 1 });
  }
}

/** Leaves as many as were asked for, and says what the dearest of them costs. */
function keepCheapest({ found, limits, total }: Search): number {
  found.sort((a, b) => a.cost - b.cost);
  if (found.length <= limits.count) return total;
  found.length = limits.count;
  return found.at(-1)?.cost ?? total;
}
