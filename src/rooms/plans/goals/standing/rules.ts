import type { Aim, Measured } from '../indicators/schema.ts';

/** Where a figure stands: at the target, or so far below or above what is aimed at. `distance` is 0 exactly when it is reached. */
export type Standing = { reached: boolean; side: 'at' | 'below' | 'above'; distance: number };

/** Ten-thousandths are the finest that is kept; what floating point adds below them is nothing. */
const tidy = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Where a figure stands against what is aimed at. Being better than a target that is a floor or a ceiling is reaching it. */
export function standingOf(aim: Aim, value: number): Standing {
  const [floor, ceiling] = endsOf(aim);
  if (floor !== null && value < floor) return { reached: false, side: 'below', distance: tidy(floor - value) };
  if (ceiling !== null && value > ceiling) return { reached: false, side: 'above', distance: tidy(value - ceiling) };
  return { reached: true, side: 'at', distance: 0 };
}

/** The least and the most that reach the target; null where there is no such end. */
export function endsOf({ direction, target, targetTo }: Aim): [floor: number | null, ceiling: number | null] {
  if (direction === 'higher') return [target, null];
  if (direction === 'lower') return [null, target];
  return [target, targetTo ?? target];
}

/** Has it come nearer to the target since an earlier figure, gone further from it, or neither? */
export function moved(aim: Aim, before: number, after: number): 'nearer' | 'further' | 'same' {
  const change = tidy(standingOf(aim, after).distance - standingOf(aim, before).distance);
  if (change !== 0) return change < 0 ? 'nearer' : 'further';
  return 'same';
}

/** The newest figure; null when nothing has been measured. */
export function latestOf(values: readonly Measured[]): Measured | null {
  return values.at(-1) ?? null;
}
