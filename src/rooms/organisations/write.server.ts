import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';

/** Adds an organisation to the reference table, and gives its number. */
export async function insertOrganisation(
  database: Kysely<Tables>,
  organisation: { slug: string; name: string },
): Promise<number> {
  const row = await database.insertInto('organisations').values(organisation).returning('id').executeTakeFirstOrThrow();
  return row.id;
}
