import { mean } from './mean.ts';

/**
 * The published figure of a theme: the mean of the unrounded means of its items; null when an item has no answers.
 *
 * It is a combination of sums that are published anyway, so it adds no equation to what an attacker holds.
 * meanOfItemMeans([3, 4, 5]) = 4.
 */
export function meanOfItemMeans(itemMeans: readonly (number | null)[]): number | null {
  const known = itemMeans.filter((itemMean) => itemMean !== null);
  return known.length === itemMeans.length ? mean(known) : null;
}
