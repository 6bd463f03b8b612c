import type { UnitResponse } from './response-rate.ts';
import { studentQuantile } from './student-t.ts';
import { standardErrorOfUnitMean } from './unit-mean-interval.ts';
import type { Precision } from './unit-mean-interval.ts';

export type SelfView = 'over' | 'under' | 'in-agreement';

export interface SelfOther {
  readonly difference: number;
  readonly view: SelfView;
  /** The category could as well have been its neighbour, given the uncertainty of the others' mean. */
  readonly borderline: boolean;
}

/** A difference beyond the band is over or under; on the band it still counts as agreement. */
export function viewOf(difference: number, band: number): SelfView {
  if (difference > band) return 'over';
  return difference < -band ? 'under' : 'in-agreement';
}

/**
 * How a leader's own rating stands to the mean of the others: difference, absolute category and a borderline flag.
 *
 * Needs no other leader's data. Null when the self rating or the others' mean is missing or nobody answered;
 * the caller gives no mean for a hidden group, since self plus difference is that mean.
 * Borderline when | |d| - band | is at most t times the standard error of the others' mean.
 */
export function selfOther(
  self: number | null,
  othersMean: number | null,
  response: UnitResponse,
  precision: Precision,
  band = 0.5,
): SelfOther | null {
  if (self === null || othersMean === null) return null;
  const error = standardErrorOfUnitMean(response, precision);
  if (error === null) return null;
  const difference = self - othersMean;
  const reach = studentQuantile(0.975, precision.degreesOfFreedom) * error;
  return { difference, view: viewOf(difference, band), borderline: Math.abs(Math.abs(difference) - band) <= reach };
}
