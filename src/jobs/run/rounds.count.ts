import { countResponses } from '#rooms/rounds/response/commands.server.ts';
import type { Job } from './context.ts';

/** Renews a running round's numbers of answers, once a day. */
export const count: Job<'rounds.count'> = async ({ tenant }, { round }) => {
  await countResponses(tenant, round);
};
