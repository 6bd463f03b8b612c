import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { isId } from '#base/ids.ts';

/** Where a member reads the named goals: every goal that is there, since all of the organisation read them. */
export async function goalPlaces(tx: Tx, member: Member, goalIds: readonly string[]): Promise<Map<string, string>> {
  const ids = goalIds.filter(isId);
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('goals').select('id').where('id', 'in', ids).execute();
  return new Map(rows.map(({ id }) => [id, goalHref(member.organisation.slug, id)]));
}

/** The address of a goal. */
export function goalHref(organisation: string, goalId: string): string {
  return `/${organisation}/goals/${goalId}`;
}
