import { mean } from './mean.ts';

/** The sum of squared deviations from the mean, in squared units; 0 for no values. */
export function sumOfSquaredDeviations(values: readonly number[]): number {
  const middle = mean(values);
  if (middle === null) return 0;
  let total = 0;
  for (const value of values) total += (value - middle) ** 2;
  return total;
}

/** The sample variance with n - 1 below the line; null for fewer than two values, 0 when all are equal. */
export function sampleVariance(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  return sumOfSquaredDeviations(values) / (values.length - 1);
}

/**
 * The sample standard deviation with n - 1, in the values' own unit; null for fewer than two values.
 *
 * standardDeviation([2, 4, 4, 4, 5, 5, 7, 9]) = sqrt(32 / 7).
 */
export function standardDeviation(values: readonly number[]): number | null {
  const variance = sampleVariance(values);
  return variance === null ? null : Math.sqrt(variance);
}
