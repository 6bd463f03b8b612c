import { daysAfter } from '#base/time.ts';

/** Opened ballots are kept at most so long for a release that was refused. */
export const DAYS_TO_MEND = 30;

/** Whether a refused release has lain so long that its ballots must go. */
export function isStale(refusal: { refusedAt: Date }, moment: Date): boolean {
  return daysAfter(refusal.refusedAt, DAYS_TO_MEND) <= moment;
}
