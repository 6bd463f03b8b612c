import type { Tx } from '#database/tenant.ts';

/** Deletes the opened ballots of a round: when its release is frozen and audited, they have done their work. */
export async function deleteOpened(tx: Tx, roundId: string): Promise<void> {
  await tx.deleteFrom('handover.opened').where('round_id', '=', roundId).execute();
}
