import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { notesFor } from '../read.server.ts';

/** Where a member may read the named decision notes. One that the member may not read has no place, and does not exist. */
export async function decisionPlaces(tx: Tx, member: Member, usedIds: readonly string[]): Promise<Map<string, string>> {
  const ids = usedIds.filter(isId);
  if (ids.length === 0) return new Map();
  const readable = new Set((await notesFor(tx, member, ids)).map(({ note }) => note.id));
  return new Map(ids.filter((id) => readable.has(id)).map((id) => [id, `/${member.organisation.slug}/decisions/${id}`]));
}
