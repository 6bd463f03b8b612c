/**
 * The arithmetic mean of the values, in their own unit; null when there are none.
 *
 * mean([1, 2, 6]) = 3. A second pass over the deviations takes away the rounding of the first.
 */
export function mean(values: readonly number[]): number | null {
  const n = values.length;
  if (n === 0) return null;
  let total = 0;
  for (const value of values) total += value;
  const first = total / n;
  let correction = 0;
  for (const value of values) correction += value - first;
  return first + correction / n;
}
