import { daysAfter, now, secondsAfter } from '#base/time.ts';
import type { Tenant, Tx } from '#database/tenant.ts';
import { newBearer } from './secrets.server.ts';

const IDLE_SECONDS = 8 * 3600;
const LONGEST_DAYS = 7;

/** Starts a session for a person and gives the secret for the cookie. */
export async function createSession(tenant: Tenant, personId: string): Promise<string> {
  const secret = newBearer(tenant.organisation);
  await tenant.transaction(async (tx) => {
    await forgetExpired(tx);
    await tx
      .insertInto('sessions')
      .values({
        organisation_id: tenant.organisation,
        hash: secret.hash,
        person_id: personId,
        expires_at: daysAfter(now(), LONGEST_DAYS),
      })
      .execute();
  });
  return secret.text;
}

/** Whoever signs in clears away what has ended: sessions, links that no longer work, attempts nobody counts any more. */
async function forgetExpired(tx: Tx): Promise<void> {
  const moment = now();
  await tx
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expires_at', '<', moment), eb('last_seen_at', '<', secondsAfter(moment, -IDLE_SECONDS))]))
    .execute();
  await tx.deleteFrom('sign_in_links').where('expires_at', '<', daysAfter(moment, -1)).execute();
  await tx.deleteFrom('attempts').where('started_at', '<', daysAfter(moment, -1)).execute();
}

/** The person of a live session; null when it is unknown, idle for too long or over. Notes that it was used, at most once a minute. */
export async function sessionPerson(tenant: Tenant, hash: Buffer): Promise<string | null> {
  return tenant.transaction(async (tx) => {
    const moment = now();
    const row = await tx
      .selectFrom('sessions')
      .select(['person_id', 'last_seen_at', 'expires_at'])
      .where('hash', '=', hash)
      .executeTakeFirst();
    if (row === undefined || row.expires_at <= moment || secondsAfter(row.last_seen_at, IDLE_SECONDS) <= moment) return null;
    if (secondsAfter(row.last_seen_at, 60) < moment)
      await tx.updateTable('sessions').set({ last_seen_at: moment }).where('hash', '=', hash).execute();
    return row.person_id;
  });
}

/** Ends a session. */
export async function endSession(tenant: Tenant, hash: Buffer): Promise<void> {
  await tenant.transaction((tx) => tx.deleteFrom('sessions').where('hash', '=', hash).execute());
}
