import { prepareRound } from '#rooms/rounds/preparation/commands.server.ts';
import type { Job } from './context.ts';

/** Makes a launched round ready: keys, manifest, invitations. */
export const prepare: Job<'rounds.prepare'> = async ({ tenant }, { round }) => {
  await prepareRound(tenant, round);
};
