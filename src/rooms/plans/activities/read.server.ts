import { sql } from 'kysely';
import { found, Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { placesOf } from '../line/read.server.ts';
import { mayRecordHolding } from './policy.ts';
import { occurrencesBetween } from './rule/rules.ts';
import type { Interval, Occurrence, Timing } from './rule/schema.ts';
import type { Activity, ActivityKind, ActivityPage, Holding } from './schema.ts';

/** All activities of the organisation, by name. */
export async function allActivities(tx: Tx): Promise<Activity[]> {
  return activityRows(tx, null);
}

/** One activity; to those in other organisations it does not exist. */
export async function activityOf(tx: Tx, activityId: string): Promise<Activity> {
  if (!isId(activityId)) throw new Problem('not_found');
  return found((await activityRows(tx, activityId))[0]);
}

/** The times an activity is due between two days. */
export async function timesOf(tx: Tx, activityId: string, from: string, to: string): Promise<Occurrence[]> {
  return occurrencesBetween((await activityOf(tx, activityId)).rule, from, to);
}

/** May this member say whether the activity was held? */
export async function mayRecord(tx: Tx, member: Member, activity: Pick<Activity, 'unitId'>): Promise<boolean> {
  if (activity.unitId === null) return mayRecordHolding(member, false);
  const { leads } = await placesOf(tx, member.personId);
  return mayRecordHolding(member, leads.has(activity.unitId));
}

async function activityRows(tx: Tx, activityId: string | null): Promise<Activity[]> {
  let query = tx
    .selectFrom('activities as a')
    .leftJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 'a.organisation_id').onRef('u.id', '=', 'a.unit_id'))
    .selectAll('a')
    .select(['u.name as unit', 'u.ended_on'])
    .orderBy(sql`a.name collate "da-x-icu"`)
    .orderBy('a.id');
  if (activityId !== null) query = query.where('a.id', '=', activityId);
  const rows = await query.execute();
  const statements = Map.groupBy(
    await tx.selectFrom('activity_statements').select(['activity_id', 'statement_id']).execute(),
    (row) => row.activity_id,
  );
  const holdings = await holdingRows(tx, activityId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind as ActivityKind,
    how: row.how,
    responsible: row.responsible,
    unitId: row.unit_id,
    unit: row.unit,
    unitEnded: row.ended_on !== null,
    frameworkId: row.framework_id,
    page: row.page as ActivityPage,
    rule: {
      every: row.months_between as Interval,
      beginsYear: row.begins_year,
      beginsMonth: row.begins_month,
      timing: timingOf(row),
      endsYear: row.ends_year,
    },
    countedFrom: row.counted_from,
    revision: row.revision,
    changedAt: row.changed_at,
    statements: (statements.get(row.id) ?? []).map((one) => one.statement_id),
    holdings: holdings.get(row.id) ?? [],
  }));
}

function timingOf(row: { timing: string; day: number | null; week: number | null }): Timing {
  if (row.timing === 'day') return { kind: 'day', day: row.day ?? 1 };
  return row.timing === 'week' ? { kind: 'week', week: row.week ?? 1 } : { kind: 'month' };
}

async function holdingRows(tx: Tx, activityId: string | null): Promise<Map<string, Holding[]>> {
  let query = tx.selectFrom('activity_holdings').selectAll().orderBy('due_on', 'desc');
  if (activityId !== null) query = query.where('activity_id', '=', activityId);
  const byActivity = Map.groupBy(await query.execute(), (row) => row.activity_id);
  return new Map(
    [...byActivity].map(([id, rows]) => [
      id,
      rows.map((row) => ({
        dueOn: row.due_on,
        outcome: row.outcome as Holding['outcome'],
        heldOn: row.held_on,
        note: row.note,
        recordedBy: row.recorded_by_name,
        recordedAt: row.recorded_at,
      })),
    ]),
  );
}
