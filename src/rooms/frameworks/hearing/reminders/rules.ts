import { daysAfter } from '#base/time.ts';

export type ReminderKind = 'week' | 'day';
const WEEK = 7;

/**
 * Which reminder is due now for those who have not answered: one in the last week, one in the last day before the deadline. A hearing that
 * was shorter than a week from its start has the last one only.
 */
export function dueReminder(hearing: { openedAt: Date; closesAt: Date }, moment: Date): ReminderKind | null {
  const { openedAt, closesAt } = hearing;
  if (moment >= closesAt) return null;
  if (moment >= daysAfter(closesAt, -1)) return openedAt < daysAfter(closesAt, -1) ? 'day' : null;
  if (moment >= daysAfter(closesAt, -WEEK)) return openedAt < daysAfter(closesAt, -WEEK) ? 'week' : null;
  return null;
}
