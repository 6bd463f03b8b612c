import type { Channel, WeighedConfusion } from './confusions.ts';

/** A word that may have been meant, what a scan must have confused to show what stands there, and its cost: -ln of the chance. */
export type Variant = { word: string; cost: number; confusions: WeighedConfusion[] };

type Option = { length: number; meant: string; cost: number; confusion: WeighedConfusion };

const LONGEST_SEEN = 3;

/** Every single confusion that could have led to the word. */
export function singleVariants(word: string, channel: Channel, most: number): Variant[] {
  const found: Variant[] = [];
  for (let at = 0; at <= word.length; at++)
    for (const { length, meant, cost, confusion } of optionsAt(word, at, channel, most))
      found.push({ word: word.slice(0, at) + meant + word.slice(at + length), cost, confusions: [confusion] });
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
  return found;
}

const MOST_CONFUSIONS = 4;

/**
 * Words with up to four confusions, cheapest first, within a cost and a number of them. Only confusions whose own cost is at most
 * `each` take part, so that a word has thousands of variants and not millions.
 */
export function manyVariants(word: string, channel: Channel, limits: { each: number; total: number; count: number }): Variant[] {
  const options = Array.from({ length: word.length + 1 }, (_, at) => optionsAt(word, at, channel, limits.each));
  let total = limits.total;
  for (;;) {
    const found: Variant[] = [];
    if (collect({ word, options, total, count: limits.count, found }, 0, '', 0, [])) return found.sort((a, b) => a.cost - b.cost);
    total *= 0.75;
  }
}

type Search = { word: string; options: Option[][]; total: number; count: number; found: Variant[] };

/** Walks through the word letter by letter; false when there are more variants than asked for. */
function collect(search: Search, at: number, built: string, cost: number, confusions: WeighedConfusion[]): boolean {
  const { word, options, total, count, found } = search;
  if (at >= word.length) {
    if (confusions.length > 0) found.push({ word: built, cost, confusions });
    return found.length <= count;
  }
  if (!collect(search, at + 1, built + word.charAt(at), cost, confusions)) return false;
  if (confusions.length >= MOST_CONFUSIONS) return true;
  for (const option of options[at] ?? []) {
    if (cost + option.cost > total) continue;
    const next = [...confusions, option.confusion];
    const more = option.length === 0 ? option.meant + word.charAt(at) : option.meant;
    if (!collect(search, at + Math.max(1, option.length), built + more, cost + option.cost, next)) return false;
  }
  return true;
}
