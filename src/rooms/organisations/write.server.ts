import type { Queries } from '#database/connection.ts';

/** Adds an organisation to the reference table, and gives its number. */
export async function insertOrganisation(database: Queries, organisation: { slug: string; name: string }): Promise<number> {
  const row = await database.insertInto('organisations').values(organisation).returning('id').executeTakeFirstOrThrow();
  return row.id;
}
