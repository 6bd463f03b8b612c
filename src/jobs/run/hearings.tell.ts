import { tellBodies } from '#rooms/frameworks/hearing/invitations/commands.server.ts';
import type { Job } from './context.ts';

/** Writes to the bodies asked in a hearing: that it has opened, or that its deadline was moved. */
export const tellOfHearing: Job<'hearings.tell'> = async ({ tenant }, { hearing, deadline }) => {
  await tellBodies(tenant, hearing, deadline);
};
