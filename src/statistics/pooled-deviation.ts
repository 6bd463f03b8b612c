import { sumOfSquaredDeviations } from './standard-deviation.ts';

export interface PooledDeviation {
  readonly deviation: number;
  readonly degreesOfFreedom: number;
}

/**
 * The standard deviation inside units, pooled over all of them: sqrt(MSW), with its degrees of freedom.
 *
 * Units are lists of answers or person scores. Units of one add nothing; null when no unit has two.
 * A unit's own deviation at n = 5 is noise, and an interval built on it would reveal it.
 */
export function pooledDeviation(units: readonly (readonly number[])[]): PooledDeviation | null {
  let squares = 0;
  let degreesOfFreedom = 0;
  for (const unit of units) {
    if (unit.length < 2) continue;
    squares += sumOfSquaredDeviations(unit);
    degreesOfFreedom += unit.length - 1;
  }
  if (degreesOfFreedom === 0) return null;
  return { deviation: Math.sqrt(squares / degreesOfFreedom), degreesOfFreedom };
}
