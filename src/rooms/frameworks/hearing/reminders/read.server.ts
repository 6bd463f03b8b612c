import { now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { dueReminder, type ReminderKind } from './rules.ts';

export type DueReminder = {
  kind: ReminderKind;
  hearing: { id: string; title: string; closesAt: Date };
  bodies: { id: string; name: string }[];
};

/** The hearing's reminder that is due and not yet sent, with the bodies it goes to; null when there is none. */
export async function reminderDue(tx: Tx, hearingId: string): Promise<DueReminder | null> {
  const hearing = await tx
    .selectFrom('hearings')
    .select(['id', 'title', 'opened_at as openedAt', 'closes_at as closesAt'])
    .where('id', '=', hearingId)
    .where('treatment_began_at', 'is', null)
    .executeTakeFirst();
  const kind = hearing === undefined ? null : dueReminder(hearing, now());
  if (hearing === undefined || kind === null) return null;
  const silent = await tx
    .selectFrom('hearing_bodies')
    .select(['body_id as id', 'name'])
    .where('hearing_id', '=', hearingId)
    .where('replied_at', 'is', null)
    .execute();
  const sent = await tx
    .selectFrom('hearing_reminders')
    .select('body_id')
    .where('hearing_id', '=', hearingId)
    .where('kind', '=', kind)
    .where('closes_at', '=', hearing.closesAt)
    .execute();
  const reminded = new Set(sent.map((row) => row.body_id));
  const bodies = silent.filter((body) => !reminded.has(body.id));
  return bodies.length === 0 ? null : { kind, hearing, bodies };
}

/** The hearings that have a reminder to send now. */
export async function hearingsWithReminderDue(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('hearings')
    .select('id')
    .where('treatment_began_at', 'is', null)
    .where('closes_at', '>', now())
    .execute();
  const due: string[] = [];
  for (const row of rows) if ((await reminderDue(tx, row.id)) !== null) due.push(row.id);
  return due;
}
