import { sql } from 'kysely';
import type { Tx } from '#database/tenant.ts';

/** All opened ballots of one group: one byte for each question, ballot after ballot, in no order that means anything. */
export type OpenedGroup = { groupId: string; ballots: number; answers: Uint8Array };

/**
 * The opened ballots of a round, put together by group in the database: 50,000 ballots arrive as some thousand rows.
 * Only the release reads them; they are deleted in the same transaction.
 */
export async function openedGroups(tx: Tx, roundId: string): Promise<OpenedGroup[]> {
  const found = await sql<{ group_id: string; ballots: number; answers: Buffer }>`
    select group_id, count(*)::int as ballots, string_agg(answers, ''::bytea) as answers
    from handover.opened where round_id = ${roundId} group by group_id`.execute(tx);
  return found.rows.map((row) => ({ groupId: row.group_id, ballots: row.ballots, answers: row.answers }));
}

/** Whether the urn of the round was opened, and how many ballots could be placed nowhere. Null while it is sealed. */
export async function openingOf(tx: Tx, roundId: string): Promise<{ envelopes: number; dropped: number } | null> {
  const row = await tx
    .selectFrom('handover.openings')
    .select(['envelopes', 'dropped'])
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether ballots of a round still lie opened. */
export async function hasOpened(tx: Tx, roundId: string): Promise<boolean> {
  const row = await tx.selectFrom('handover.opened').select('id').where('round_id', '=', roundId).limit(1).executeTakeFirst();
  return row !== undefined;
}
