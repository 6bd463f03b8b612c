import type { ItemTraits } from './effects.ts';
import type { Random } from './random.ts';

const themeSd = 0.3;
const itemSd = 0.45;

/** A leader's own view: 3.75 + .18 + .35 × effect + N(0, .45), within 1..5. */
export function selfView(leaderEffect: number, random: Random): number {
  return clip(3.75 + 0.18 + 0.35 * leaderEffect + random.normal(0.45));
}

/** The view of the leader above: closer to the leader's effect than the leader's own and without its rosy start; an assumption. */
export function superiorView(leaderEffect: number, random: Random): number {
  return clip(3.75 + 0.5 * leaderEffect + random.normal(0.4));
}

function clip(score: number): number {
  return Math.min(5, Math.max(1, score));
}

/** Spreads a score over the items of `row` in whole steps 1..5 whose mean is the score, rounded to what so many items can show. */
export function spreadOverItems(row: Int8Array, score: number, items: ItemTraits, random: Random): void {
  const byTheme = Float64Array.from({ length: items.themes }, () => random.normal(themeSd));
  let short = Math.round(score * row.length);
  for (let item = 0; item < row.length; item += 1) {
    const leaning = (byTheme[items.themeOf[item] ?? 0] ?? 0) + random.normal(itemSd);
    row[item] = Math.round(clip(score + leaning));
    short -= row[item] ?? 0;
  }
  while (short !== 0) {
    const item = random.whole(0, row.length - 1);
    const moved = (row[item] ?? 0) + Math.sign(short);
    if (moved < 1 || moved > 5) continue;
    row[item] = moved;
    short -= Math.sign(short);
  }
}
