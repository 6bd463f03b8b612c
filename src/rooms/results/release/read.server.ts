import { now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { hasOpened, openingOf } from '../opened/read.server.ts';
import { refusalOf, releaseOf } from '../read.server.ts';
import { isStale } from './rules.ts';

/** Whether the release job has something to do: an opened urn without results, or ballots of a refused release that have lain too long. */
export async function needsRelease(tx: Tx, round: { id: string }): Promise<boolean> {
  if ((await openingOf(tx, round.id)) === null || (await releaseOf(tx, round.id)) !== null) return false;
  const refusal = await refusalOf(tx, round.id);
  return refusal === null || (isStale(refusal, now()) && (await hasOpened(tx, round.id)));
}
