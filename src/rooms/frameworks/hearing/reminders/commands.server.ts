import { sql } from 'kysely';
import { now } from '#base/time.ts';
import { organisationOf, type Tenant } from '#database/tenant.ts';
import { writeToBodies } from '../invitations/write.server.ts';
import { reminderDue } from './read.server.ts';

/** Reminds the bodies that have not answered, once for each deadline: a week before it and the day before. */
export async function remindBodies(tenant: Tenant, hearingId: string): Promise<void> {
  await tenant.transaction(async (tx) => {
    // Two workers at once send one reminder: the second waits here and then finds it sent.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`hearing reminder ${hearingId}`}, 0))`.execute(tx);
    const due = await reminderDue(tx, hearingId);
    if (due === null) return;
    const organisation = await organisationOf(tx);
    await tx
      .insertInto('hearing_reminders')
      .values(
        due.bodies.map((body) => ({
          organisation_id: organisation,
          hearing_id: hearingId,
          body_id: body.id,
          kind: due.kind,
          closes_at: due.hearing.closesAt,
          sent_at: now(),
        })),
      )
      .execute();
    await writeToBodies(tx, { ...due.hearing, contact: '' }, due.bodies, { template: 'hearing_reminder', kind: due.kind });
  });
}
