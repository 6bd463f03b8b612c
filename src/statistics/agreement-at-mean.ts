import { mean } from './mean.ts';
import { optionsOf } from './scale.ts';
import type { Scale } from './scale.ts';
import { sampleVariance } from './standard-deviation.ts';

/**
 * Agreement a_wg: 1 - 2 s^2 / the largest variance possible at this mean, from -1 to 1.
 *
 * 1 when all answered an end of the scale; null when the mean is too near an end to tell, or with fewer than A - 1 answers.
 * Source: Brown and Hauenstein 2005, Organizational Research Methods 8.
 */
export function agreementAtMean(answers: readonly number[], scale: Scale): number | null {
  const n = answers.length;
  const middle = mean(answers);
  const variance = sampleVariance(answers);
  if (middle === null || variance === null || n < optionsOf(scale) - 1) return null;
  const { lowest, highest } = scale;
  if (variance === 0 && (middle === lowest || middle === highest)) return 1;
  // One answer off the end is the least that can be told apart; the slack only forgives floating point.
  const slack = 1e-12;
  if (middle < (lowest * (n - 1) + highest) / n - slack || middle > (highest * (n - 1) + lowest) / n + slack) return null;
  const greatest = (((highest + lowest) * middle - middle ** 2 - highest * lowest) * n) / (n - 1);
  return 1 - (2 * variance) / greatest;
}

/** The mean of a_wg over the items for which it is defined; null when it is for none. */
export function themeAgreementAtMean(items: readonly (readonly number[])[], scale: Scale): number | null {
  return mean(items.map((answers) => agreementAtMean(answers, scale)).filter((agreement) => agreement !== null));
}
