import { organisationOf, type Tx } from '#database/tenant.ts';
import type { Wording } from './schema.ts';

/** Writes down a wording of a note on a unit in a round. */
export async function addWording(
  tx: Tx,
  at: { roundId: string; nodeId: string },
  wording: Pick<Wording, 'number' | 'text' | 'writtenBy'> & { personId: string; writtenAt?: Date },
): Promise<void> {
  await tx
    .insertInto('context_notes')
    .values({
      organisation_id: await organisationOf(tx),
      round_id: at.roundId,
      node_id: at.nodeId,
      number: wording.number,
      text: wording.text,
      written_by: wording.personId,
      written_by_name: wording.writtenBy,
      ...(wording.writtenAt === undefined ? {} : { written_at: wording.writtenAt }),
    })
    .execute();
}
