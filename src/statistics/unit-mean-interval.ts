import { requireResponse } from './response-rate.ts';
import type { UnitResponse } from './response-rate.ts';
import { clampToScale } from './scale.ts';
import type { Scale } from './scale.ts';
import { studentQuantile } from './student-t.ts';

export interface Precision {
  /** Standard deviation of single answers or person scores: pooled over the organisation, with its degrees of freedom. */
  readonly deviation: number;
  readonly degreesOfFreedom: number;
  /** Reliability of one person's score, 0 to 1; 1 takes the answers as free of measurement error. */
  readonly reliability: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The standard error of a unit's mean when `answered` of a finite group of `invited` answered.
 *
 * s / sqrt(n) * sqrt(1 - reliability * n / N): sampling error vanishes when all answer, measurement error does not.
 * Null without answers. Throws when more answered than were invited. Source: Cochran 1977, chapters 2 and 13.
 */
export function standardErrorOfUnitMean(response: UnitResponse, precision: Precision): number | null {
  requireResponse(response);
  const { reliability, deviation } = precision;
  if (!(reliability >= 0 && reliability <= 1)) throw new RangeError(`A reliability of ${reliability} cannot be right.`);
  if (!(deviation >= 0)) throw new RangeError(`A deviation of ${deviation} cannot be right.`);
  const { answered, invited } = response;
  if (answered === 0) return null;
  return (deviation / Math.sqrt(answered)) * Math.sqrt(1 - (reliability * answered) / invited);
}

/**
 * The interval of a unit's mean on the answer scale, limits clamped to it; null without answers or degrees of freedom.
 *
 * Mean plus and minus Student's t times the standard error; confidence 0.95 unless told.
 */
export function intervalOfUnitMean(
  unitMean: number,
  response: UnitResponse,
  precision: Precision,
  scale: Scale,
  confidence = 0.95,
): Interval | null {
  const error = standardErrorOfUnitMean(response, precision);
  if (error === null || precision.degreesOfFreedom < 1) return null;
  const half = studentQuantile((1 + confidence) / 2, precision.degreesOfFreedom) * error;
  return { low: clampToScale(unitMean - half, scale), high: clampToScale(unitMean + half, scale) };
}

/**
 * Where the mean of all invited must lie without any assumption: the silent ones all at the lowest or all at the highest.
 *
 * Null without answers. 5 of 8 with mean 3.6 gives 2.625 to 4.125. Source: Manski 1989.
 */
export function logicalBounds(unitMean: number, response: UnitResponse, scale: Scale): Interval | null {
  requireResponse(response);
  const { answered, invited } = response;
  if (answered === 0) return null;
  const silent = invited - answered;
  return {
    low: (answered * unitMean + silent * scale.lowest) / invited,
    high: (answered * unitMean + silent * scale.highest) / invited,
  };
}
