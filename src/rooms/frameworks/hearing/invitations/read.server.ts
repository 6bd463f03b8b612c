import { found } from '#base/errors.ts';
import { now, secondsAfter } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';

type ToTell = { id: string; title: string; contact: string; closesAt: Date; kind: string; reason: string };

/** A deadline of a hearing as a mail tells of it. For the worker, which may read no more of a hearing. */
export async function deadlineToTell(tx: Tx, hearingId: string, deadlineId: string): Promise<ToTell> {
  const row = await tx
    .selectFrom('hearing_deadlines as d')
    .innerJoin('hearings as h', (join) =>
      join.onRef('h.organisation_id', '=', 'd.organisation_id').onRef('h.id', '=', 'd.hearing_id'),
    )
    .select(['h.id', 'h.title', 'h.contact', 'd.closes_at as closesAt', 'd.kind', 'd.reason'])
    .where('d.hearing_id', '=', hearingId)
    .where('d.id', '=', deadlineId)
    .executeTakeFirst();
  return found(row ?? null);
}

/** The bodies asked in a hearing. */
export async function bodiesOfHearing(tx: Tx, hearingId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('hearing_bodies')
    .select(['body_id as id', 'name'])
    .where('hearing_id', '=', hearingId)
    .orderBy('name')
    .execute();
}

/** The tellings whose mails should have been queued long ago: their job was given up. */
export async function tellingsLeft(tx: Tx): Promise<{ hearing: string; deadline: string }[]> {
  return tx
    .selectFrom('hearing_tellings')
    .select(['hearing_id as hearing', 'deadline_id as deadline'])
    .where('asked_at', '<', secondsAfter(now(), -600))
    .execute();
}
