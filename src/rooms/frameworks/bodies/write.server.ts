import { newId } from '#base/ids.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { BodyInput, BodyRight } from './schema.ts';

/** Adds a body last in the list. */
export async function insertBody(tx: Tx, { name, kind, rights }: BodyInput): Promise<string> {
  const id = newId();
  const { last } = await tx
    .selectFrom('framework_bodies')
    .select((eb) => eb.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('framework_bodies')
    .values({ organisation_id: await organisationOf(tx), id, name, kind, position: (last ?? 0) + 1 })
    .execute();
  await replaceRights(tx, id, rights);
  return id;
}

/** What the body may do, in place of what it might. */
export async function replaceRights(tx: Tx, bodyId: string, rights: readonly BodyRight[]): Promise<void> {
  const organisation = await organisationOf(tx);
  await tx.deleteFrom('framework_body_rights').where('body_id', '=', bodyId).execute();
  const rows = [...new Set(rights)].map((right) => ({ organisation_id: organisation, body_id: bodyId, right }));
  if (rows.length > 0) await tx.insertInto('framework_body_rights').values(rows).execute();
}
