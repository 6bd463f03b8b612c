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
  const percents: number[] = [];
  const remainders: number[] = [];
  let left = 100;
  for (const count of counts) {
    const percent = Math.floor((100 * count) / total);
    percents.push(percent);
    remainders.push((100 * count) % total);
    left -= percent;
  }
  for (; left > 0; left--) {
    const option = largest(remainders);
    percents[option] = (percents[option] ?? 0) + 1;
    remainders[option] = -1;
  }
  return percents;
}

function largest(values: readonly number[]): number {
  let at = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[at] ?? 0)) at = i;
  return at;
}
