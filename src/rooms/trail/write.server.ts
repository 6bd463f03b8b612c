import { newId } from '#base/ids.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { TrailAction } from './schema.ts';

export type TrailActor = { personId: string | null; name: string };
export type TrailRecord = {
  action: TrailAction;
  /** What it was done to: a kind of thing, its id and its name as it was. */
  object: { kind: string; id: string; name?: string };
  /** The person it concerns, who may then read it. */
  about?: string;
};

/** Writes down who did what, in the transaction in which it is done. */
export async function record(tx: Tx, actor: TrailActor, entry: TrailRecord): Promise<void> {
  await tx
    .insertInto('trail_entries')
    .values({
      organisation_id: await organisationOf(tx),
      id: newId(),
      actor_id: actor.personId,
      actor_name: actor.name,
      action: entry.action,
      object_kind: entry.object.kind,
      object_id: entry.object.id,
      object_name: entry.object.name ?? '',
      about_id: entry.about ?? null,
    })
    .execute();
}
