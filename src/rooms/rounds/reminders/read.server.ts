import { now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import type { RoundFacts } from '../schema.ts';
import { isLastReminder, mayRemindNow } from './rules.ts';

export type Reminder = { id: string; askedAt: Date; doneAt: Date | null; last: boolean; sent: number | null };

/** The round's reminders, newest first, with how many were written to in steps of five. */
export async function remindersOf(tx: Tx, roundId: string): Promise<Reminder[]> {
  const rows = await tx
    .selectFrom('round_reminders')
    .select(['id', 'asked_at', 'done_at', 'last', 'sent'])
    .where('round_id', '=', roundId)
    .orderBy('asked_at', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, askedAt: row.asked_at, doneAt: row.done_at, last: row.last, sent: row.sent }));
}

/** Whether a reminder may be sent now, and whether it would be the last one, to everybody. */
export async function nextReminder(tx: Tx, round: RoundFacts): Promise<{ may: ReturnType<typeof mayRemindNow>; last: boolean }> {
  const [newest] = await remindersOf(tx, round.id);
  return { may: mayRemindNow(round, newest?.askedAt ?? null, now()), last: isLastReminder(round, now()) };
}
