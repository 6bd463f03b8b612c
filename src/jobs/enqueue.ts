import { fromKysely, PgBoss, type SendOptions } from 'pg-boss';
import type { Tx } from '#database/tenant.ts';
import type { JobName, JobPayloads } from './names.ts';

/** Puts a job in the queue in the caller's transaction: it runs if, and only if, what it belongs to is committed. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayloads[Name],
  options: SendOptions = {},
): Promise<void> {
  const db = fromKysely(tx);
  // Never started: it only sends, on the caller's connection, and keeps no timers.
  const boss = new PgBoss({ db, migrate: false, supervise: false, schedule: false });
  await boss.send(name, payload, { ...options, db });
}
