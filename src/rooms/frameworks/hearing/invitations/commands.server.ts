import type { Tenant } from '#database/tenant.ts';
import { bodiesOfHearing, deadlineToTell } from './read.server.ts';
import { writeToBodies } from './write.server.ts';

/**
 * Queues the mails about a deadline to who sits in the bodies asked at this moment. The order goes in the transaction in which the mails
 * come: a worker that was killed in the middle begins anew, and whoever comes second finds nothing to do.
 */
export async function tellBodies(tenant: Tenant, hearingId: string, deadlineId: string): Promise<void> {
  await tenant.transaction(async (tx) => {
    const telling = await tx
      .deleteFrom('hearing_tellings')
      .where('hearing_id', '=', hearingId)
      .where('deadline_id', '=', deadlineId)
      .returning('deadline_id')
      .executeTakeFirst();
    if (telling === undefined) return;
    const { kind, reason, ...hearing } = await deadlineToTell(tx, hearingId, deadlineId);
    const template = kind === 'opened' ? 'hearing_invitation' : 'hearing_deadline';
    await writeToBodies(tx, hearing, await bodiesOfHearing(tx, hearingId), { template, kind, reason });
  });
}
