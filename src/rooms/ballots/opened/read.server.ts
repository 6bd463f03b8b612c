import * as v from 'valibot';
import type { Tx } from '#database/tenant.ts';

const Pooled = v.array(v.strictObject({ group: v.string(), into: v.nullable(v.string()), answers: v.number() }));

/** How a round's urn was opened: `pooled` names the groups that were too small and where their answers went (null = nowhere). */
export type Opening = { envelopes: number; dropped: number; unreadable: number; pooled: v.InferOutput<typeof Pooled> };

/** The opening of a round; null before it. */
export async function opening(tx: Tx, roundId: string): Promise<Opening | null> {
  const row = await tx
    .selectFrom('handover.openings')
    .select(['envelopes', 'dropped', 'unreadable', 'pooled'])
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, pooled: v.parse(Pooled, row.pooled) };
}

/** The opened ballots of a round, in no order: the group, and one byte per question in the manifest's order. */
export async function openedBallots(tx: Tx, roundId: string): Promise<{ groupId: string; answers: Uint8Array }[]> {
  const rows = await tx.selectFrom('handover.opened').select(['group_id', 'answers']).where('round_id', '=', roundId).execute();
  return rows.map((row) => ({ groupId: row.group_id, answers: row.answers }));
}
