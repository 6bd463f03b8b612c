import { sendWaiting } from '#rooms/messages/commands.server.ts';
import type { Job } from './context.ts';

/** Sends what waits in the organisation's outbox. */
export const sendMessages: Job<'messages.send'> = async ({ tenant }) => {
  await sendWaiting(tenant);
};
