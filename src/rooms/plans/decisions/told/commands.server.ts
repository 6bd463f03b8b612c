import type { Tenant } from '#database/tenant.ts';
import { peopleToTell } from './read.server.ts';
import { postAboutNote } from './write.server.ts';

/**
 * Queues the mails about a note that were asked for, one to each whom it concerns at this moment. The order goes in the transaction in
 * which the mails come: a worker that was killed in the middle begins anew, and whoever comes second finds nothing to do.
 */
export async function tellReaders(tenant: Tenant, noteId: string, tellingId: string): Promise<void> {
  await tenant.transaction(async (tx) => {
    const telling = await tx
      .deleteFrom('decision_note_tellings')
      .where('note_id', '=', noteId)
      .where('id', '=', tellingId)
      .returningAll()
      .executeTakeFirst();
    if (telling === undefined) return;
    await postAboutNote(tx, telling, await peopleToTell(tx, telling));
  });
}
