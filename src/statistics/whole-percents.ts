/**
 * Whole percentages of the counts that sum to exactly 100, by largest remainder; a tie goes to the lower option.
 *
 * Counts are whole numbers of 0 or more; all zero gives null. wholePercents([0, 1, 4, 4, 0]) = [0, 11, 45, 44, 0].
 * Remainders are compared as whole numbers, so that a tie is a tie. Method: Hamilton's rule of apportionment.
 */
export function wholePercents(counts: readonly number[]): number[] | null {
  let total = 0;
  for (const count of counts) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is not a count.`);
    total += count;
  }
  if (total === 0) return null;
  const percents = counts.map((count) => Math.floor((100 * count) / total));
  const handedOut = percents.reduce((sum, percent) => sum + percent, 0);
  const byRemainder = counts
    .map((count, option) => ({ option, remainder: (100 * count) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.option - b.option);
  for (const { option } of byRemainder.slice(0, 100 - handedOut)) percents[option] = (percents[option] ?? 0) + 1;
  return percents;
}
