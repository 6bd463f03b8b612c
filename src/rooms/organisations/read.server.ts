import type { Queries } from '#database/connection.ts';
import type { Tx } from '#database/tenant.ts';

export type OrganisationName = { id: number; slug: string; name: string };

/** All organisations of the installation by name: the reference table that everybody may read. */
export async function allOrganisations(database: Queries): Promise<OrganisationName[]> {
  return database.selectFrom('organisations').select(['id', 'slug', 'name']).orderBy('name').execute();
}

/** The organisation an address names. */
export async function organisationBySlug(database: Queries, slug: string): Promise<OrganisationName | null> {
  const row = await database
    .selectFrom('organisations')
    .select(['id', 'slug', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ?? null;
}

/** The organisation with this number. */
export async function organisationById(database: Queries, id: number): Promise<OrganisationName | null> {
  const row = await database.selectFrom('organisations').select(['id', 'slug', 'name']).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Is the organisation of this transaction an invented one? */
export async function isDemonstration(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('demonstrations').select('seed').executeTakeFirst();
  return row !== undefined;
}
