import { sql } from 'kysely';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { placesOf } from '../line/read.server.ts';
import { mayPlanForAll } from '../policy.ts';
import type { Reach } from './policy.ts';
import { inTreeOrder, withUnitsBelow } from './rules.ts';

export type PlannedUnit = { id: string; name: string; parentId: string | null; depth: number };

/** The units of today, parents before children, siblings by name. */
export async function unitsOfToday(tx: Tx): Promise<PlannedUnit[]> {
  const rows = await tx
    .selectFrom('units')
    .select(['id', 'name', 'parent_id as parentId'])
    .where('ended_on', 'is', null)
    .orderBy(sql`name collate "da-x-icu"`)
    .orderBy('id')
    .execute();
  return inTreeOrder(rows);
}

/**
 * For whom a member may write plans: a leader for the units led and those below; who leads the only unit at the top also for the
 * organisation as a whole; HR and editors for all.
 */
export async function reachOf(tx: Tx, member: Member): Promise<Reach> {
  if (mayPlanForAll(member)) return { all: true, whole: true, units: new Set() };
  const { leads } = await placesOf(tx, member.personId);
  if (leads.size === 0) return { all: false, whole: false, units: new Set() };
  const units = await unitsOfToday(tx);
  const tops = units.filter((unit) => unit.depth === 0);
  return {
    all: false,
    whole: tops.length === 1 && tops.every((top) => leads.has(top.id)),
    units: withUnitsBelow(units, [...leads]),
  };
}
