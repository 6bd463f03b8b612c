import { tellOfReviews } from '#rooms/frameworks/versions/review/commands.server.ts';
import type { Job } from './context.ts';

/** Tells the editors which frameworks are to be looked at again. */
export const tellReviews: Job<'frameworks.review'> = async ({ tenant }) => {
  await tellOfReviews(tenant);
};
