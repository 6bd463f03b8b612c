import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { allActivities } from '../read.server.ts';

/** Where a member may read the named activities: everybody of the organisation reads the year wheel. */
export async function activityPlaces(tx: Tx, member: Member, usedIds: readonly string[]): Promise<Map<string, string>> {
  if (usedIds.length === 0) return new Map();
  const there = new Set((await allActivities(tx)).map((activity) => activity.id));
  return new Map(usedIds.filter((id) => there.has(id)).map((id) => [id, `/${member.organisation.slug}/year/${id}`]));
}
