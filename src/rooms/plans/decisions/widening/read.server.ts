import type { Tx } from '#database/tenant.ts';
import type { Widening } from '../schema.ts';

/** When a note was given to more readers, oldest first. For those who may read the note. */
export async function wideningsOf(tx: Tx, noteId: string): Promise<Widening[]> {
  const rows = await tx
    .selectFrom('decision_note_widenings')
    .select(['id', 'units', 'widened_by_name as by', 'widened_at as at'])
    .where('note_id', '=', noteId)
    .orderBy('widened_at')
    .orderBy('id')
    .execute();
  return rows;
}
