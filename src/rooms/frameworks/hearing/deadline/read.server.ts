import type { Tx } from '#database/tenant.ts';

export type Deadline = { kind: 'opened' | 'extended' | 'closed'; closesAt: Date; reason: string; setAt: Date };

/** The deadlines a hearing has had, in their order. */
export async function deadlinesOf(tx: Tx, hearingId: string): Promise<Deadline[]> {
  const rows = await tx
    .selectFrom('hearing_deadlines')
    .select(['kind', 'closes_at', 'reason', 'set_at'])
    .where('hearing_id', '=', hearingId)
    .orderBy('set_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as Deadline['kind'],
    closesAt: row.closes_at,
    reason: row.reason,
    setAt: row.set_at,
  }));
}
