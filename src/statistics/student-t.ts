import { incompleteBeta } from './incomplete-beta.ts';
import { logBeta } from './log-gamma.ts';

/**
 * The t that a Student variable with the given degrees of freedom stays below with this probability.
 *
 * Probability strictly between 0 and 1, degrees of freedom above 0 (they need not be whole); relative error near 1e-12.
 * Solves tail(t) = probability by Newton steps inside a bracket. studentQuantile(0.975, 10) = 2.22813885198627...
 * Source: Abramowitz and Stegun 26.7.1.
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`${probability} is not strictly between 0 and 1.`);
  if (!(degreesOfFreedom > 0)) throw new RangeError(`${degreesOfFreedom} degrees of freedom are too few.`);
  if (probability === 0.5) return 0;
  const tail = Math.min(probability, 1 - probability);
  const t = positiveRoot(tail, degreesOfFreedom);
  return probability > 0.5 ? t : -t;
}

/** The probability that a Student variable exceeds t, for t of 0 or more. */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  // The two forms are the same number; each keeps its digits where the other loses them.
  if (square < degreesOfFreedom) {
    return 0.5 - incompleteBeta(square / (degreesOfFreedom + square), 0.5, degreesOfFreedom / 2) / 2;
  }
  return incompleteBeta(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5) / 2;
}

function density(t: number, df: number): number {
  return Math.exp(-((df + 1) / 2) * Math.log1p((t * t) / df) - logBeta(df / 2, 0.5)) / Math.sqrt(df);
}

function positiveRoot(tail: number, df: number): number {
  let low = 0;
  let high = 1;
  while (studentUpperTail(high, df) > tail) {
    low = high;
    high *= 2;
  }
  let t = (low + high) / 2;
  for (let round = 0; round < 200; round++) {
    const excess = studentUpperTail(t, df) - tail;
    if (excess > 0) low = t;
    else high = t;
    const step = excess / density(t, df);
    if (Math.abs(step) <= 2 ** -50 * t) return t + step;
    const next = t + step;
    t = next > low && next < high ? next : (low + high) / 2;
  }
  return t;
}
