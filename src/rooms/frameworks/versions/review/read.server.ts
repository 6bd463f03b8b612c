import { localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { currentVersions } from '../../read.server.ts';
import type { PublishedVersion } from '../../schema.ts';
import { monthOfDated, reviewOfDays, type Review } from './rules.ts';

/** How old each published framework is and when it is to be looked at, by framework. */
export async function reviewsOf(tx: Tx): Promise<Map<string, Review & { version: PublishedVersion }>> {
  const rows = await tx.selectFrom('framework_reviews').select(['framework_id', 'due_on']).execute();
  const chosen = new Map(rows.map((row) => [row.framework_id, row.due_on]));
  const today = localDate(now());
  return new Map(
    (await currentVersions(tx)).map((version) => {
      const from = monthOfDated(version.dated) ?? localDate(version.publishedAt);
      return [version.frameworkId, { ...reviewOfDays(from, chosen.get(version.frameworkId) ?? null, today), version }];
    }),
  );
}

/** The same of one framework; null while nothing of it is published. */
export async function reviewOf(tx: Tx, frameworkId: string): Promise<Review | null> {
  return (await reviewsOf(tx)).get(frameworkId) ?? null;
}

/** The frameworks whose editors have not been told yet that a review is near. */
export async function reviewsToTell(tx: Tx): Promise<(Review & { version: PublishedVersion })[]> {
  const told = await tx.selectFrom('framework_review_reminders').select(['framework_id', 'due_on']).execute();
  const known = new Set(told.map((row) => `${row.framework_id} ${row.due_on}`));
  return [...(await reviewsOf(tx)).values()].filter(
    (review) => review.near && !known.has(`${review.version.frameworkId} ${review.dueOn}`),
  );
}
