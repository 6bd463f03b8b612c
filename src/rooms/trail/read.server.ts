import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { PRIVATE_ACTIONS, TRAIL_ACTIONS, type TrailAction } from './schema.ts';

export type TrailEntry = {
  id: string;
  at: Date;
  actor: string;
  action: string;
  object: { kind: string; id: string; name: string };
  /** Is it about the reader, and done by somebody else? */
  aboutReader: boolean;
};
/** Who reads: everybody sees what is about them or done by them; `workOfAll` adds what belongs to the organisation. */
export type TrailReader = { personId: string; workOfAll: boolean };
export type TrailFilter = { search: string; action: string };

/** One page of the trail that concerns the reader, newest first, and how many entries the filter leaves. */
export async function trailFor(
  tx: Tx,
  reader: TrailReader,
  filter: TrailFilter,
  page: number,
  size: number,
): Promise<{ entries: TrailEntry[]; total: number }> {
  let query = tx.selectFrom('trail_entries').where((eb) => {
    const own = [eb('actor_id', '=', reader.personId), eb('about_id', '=', reader.personId)];
    return eb.or(reader.workOfAll ? [...own, eb('action', 'not in', [...PRIVATE_ACTIONS])] : own);
  });
  if (filter.action !== '') query = query.where('action', '=', filter.action);
  if (filter.search !== '') {
    const like = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) => eb.or([eb('actor_name', 'ilike', like), eb('object_name', 'ilike', like)]));
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .select(['id', 'at', 'actor_id', 'actor_name', 'action', 'object_kind', 'object_id', 'object_name', 'about_id'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { entries: rows.map((row) => presented(row, reader.personId)), total };
}

type Row = {
  id: string;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  action: string;
  object_kind: string;
  object_id: string;
  object_name: string;
  about_id: string | null;
};

function presented(row: Row, readerId: string | null): TrailEntry {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor_name,
    action: actionWords(row.action),
    // What somebody did with themselves needs no second mention of them.
    object: { kind: row.object_kind, id: row.object_id, name: row.object_id === row.actor_id ? '' : row.object_name },
    aboutReader: readerId !== null && row.about_id === readerId && row.actor_id !== readerId,
  };
}

/** The newest of what belongs to the organisation: what a front page shows to those who see the work of all. */
export async function latestWork(tx: Tx, most: number): Promise<TrailEntry[]> {
  const rows = await tx
    .selectFrom('trail_entries')
    .select(['id', 'at', 'actor_id', 'actor_name', 'action', 'object_kind', 'object_id', 'object_name', 'about_id'])
    .where('action', 'not in', [...PRIVATE_ACTIONS])
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => presented(row, null));
}

/** Everything in the trail that is about a person or done by them, for the person's own copy. */
export async function aboutMe(tx: Tx, personId: string): Promise<{ at: Date; by: string; action: string; what: string }[]> {
  const rows = await tx
    .selectFrom('trail_entries')
    .select(['at', 'actor_name as by', 'action', 'object_name as what'])
    .where((eb) => eb.or([eb('actor_id', '=', personId), eb('about_id', '=', personId)]))
    .orderBy('at')
    .execute();
  return rows.map((row) => ({ ...row, action: actionWords(row.action) }));
}

/** What an action is called in the reader's language. A test holds that each of them has words. */
export function actionWords(action: string): string {
  const words = (m as Record<string, unknown>)[`trail_${action.replaceAll('.', '_')}`];
  return typeof words === 'function' ? String(words()) : action;
}

/** The actions a reader can choose between, in the reader's language. */
export function actionChoices(workOfAll: boolean): { value: TrailAction; label: string }[] {
  const own = new Set<string>([...PRIVATE_ACTIONS, 'roles.changed']);
  return TRAIL_ACTIONS.filter((action) => workOfAll || own.has(action)).map((action) => ({
    value: action,
    label: actionWords(action),
  }));
}
