import { daysAfter, secondsAfter } from '#base/time.ts';
import type { RoundFacts } from '../schema.ts';

/** Reminders come at least a day apart. */
const APART_SECONDS = 86_400;
/** In the last days before closing a reminder goes to everybody, so that it tells nothing about who has answered. */
const LAST_DAYS = 3;

/** Whether a reminder may be sent now, or why not. */
export function mayRemindNow(
  round: Pick<RoundFacts, 'status'>,
  newest: Date | null,
  moment: Date,
): 'yes' | 'not_open' | 'too_soon' {
  if (round.status !== 'open') return 'not_open';
  return newest !== null && secondsAfter(newest, APART_SECONDS) > moment ? 'too_soon' : 'yes';
}

/** Whether a reminder sent now is the last one: to all, worded for all. */
export function isLastReminder(round: Pick<RoundFacts, 'closesAt'>, moment: Date): boolean {
  return round.closesAt !== null && round.closesAt <= daysAfter(moment, LAST_DAYS);
}

/** A number of people as it may be told while a round runs: rounded down to fives. */
export function inFives(count: number): number {
  return count - (count % 5);
}
