import { remindBodies } from '#rooms/frameworks/hearing/reminders/commands.server.ts';
import type { Job } from './context.ts';

/** Reminds the bodies that have not answered a hearing. */
export const remindOfHearing: Job<'hearings.remind'> = async ({ tenant }, { hearing }) => {
  await remindBodies(tenant, hearing);
};
