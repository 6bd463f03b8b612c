import { requireResponse } from './response-rate.ts';
import type { UnitResponse } from './response-rate.ts';

export interface UnitMean extends UnitResponse {
  readonly mean: number;
}

/**
 * The mean of several units together: by 'answers' every answer counts alike, by 'invited' every unit counts by its size.
 *
 * A product publishes one of the two everywhere, never both: together they solve for single units.
 * Null when nobody counts; a unit without answers has no mean and must be left out.
 */
export function jointMean(units: readonly UnitMean[], by: 'answers' | 'invited'): number | null {
  let total = 0;
  let weights = 0;
  for (const unit of units) {
    requireResponse(unit);
    const weight = by === 'answers' ? unit.answered : unit.invited;
    total += weight * unit.mean;
    weights += weight;
  }
  return weights === 0 ? null : total / weights;
}
