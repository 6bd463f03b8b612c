import { tellReaders } from '#rooms/plans/decisions/told/commands.server.ts';
import type { Job } from './context.ts';

/** Writes to those a shared note concerns. */
export const tellOfNote: Job<'decisions.tell'> = async ({ tenant }, { note, telling }) => {
  await tellReaders(tenant, note, telling);
};
