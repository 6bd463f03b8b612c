import { sendReminder } from '#rooms/rounds/reminders/commands.server.ts';
import type { Job } from './context.ts';

/** Sends a reminder that somebody asked for. */
export const remind: Job<'rounds.remind'> = async ({ tenant }, { round, reminder }) => {
  await sendReminder(tenant, round, reminder);
};
