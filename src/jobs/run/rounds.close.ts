import { sealRound } from '#rooms/rounds/closing/commands.server.ts';
import type { Job } from './context.ts';

/** Wipes what a closed round no longer needs. */
export const close: Job<'rounds.close'> = async ({ tenant }, { round }) => {
  await sealRound(tenant, round);
};
