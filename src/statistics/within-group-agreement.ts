import { mean } from './mean.ts';
import { optionsOf } from './scale.ts';
import type { Scale } from './scale.ts';
import { sampleVariance } from './standard-deviation.ts';

/** The variance of answers spread evenly over the options, (A^2 - 1) / 12; 2 for five options. */
export function evenSpreadVariance(scale: Scale): number {
  return (optionsOf(scale) ** 2 - 1) / 12;
}

/**
 * Agreement r_wg before truncation: 1 - s^2 / even-spread variance; 1 when all answer alike, negative when polarised.
 *
 * Null for fewer than two answers. Source: James, Demaree and Wolf 1984, Journal of Applied Psychology 69.
 */
export function untruncatedAgreement(answers: readonly number[], scale: Scale): number | null {
  const variance = sampleVariance(answers);
  return variance === null ? null : 1 - variance / evenSpreadVariance(scale);
}

/** Agreement r_wg between 0 and 1; null for fewer than two answers. */
export function withinGroupAgreement(answers: readonly number[], scale: Scale): number | null {
  const agreement = untruncatedAgreement(answers, scale);
  return agreement === null ? null : Math.max(0, agreement);
}

/**
 * Agreement r_wg(j) over the items of a theme, from the mean of the item variances; 0 when that exceeds the even spread.
 *
 * One list of answers per item; null without items or when an item has fewer than two answers.
 */
export function themeAgreement(items: readonly (readonly number[])[], scale: Scale): number | null {
  const variances = items.map(sampleVariance).filter((variance) => variance !== null);
  const average = mean(variances);
  if (average === null || variances.length < items.length) return null;
  const ratio = average / evenSpreadVariance(scale);
  const agreed = items.length * (1 - ratio);
  return ratio >= 1 ? 0 : agreed / (agreed + ratio);
}

/** The mean distance of the answers from their mean, in steps of the scale; null without answers. Source: Burke 1999. */
export function averageDeviation(answers: readonly number[]): number | null {
  const middle = mean(answers);
  return middle === null ? null : mean(answers.map((answer) => Math.abs(answer - middle)));
}
