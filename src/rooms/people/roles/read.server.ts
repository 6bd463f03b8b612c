import { isId } from '#base/ids.ts';
import { sql } from 'kysely';
import type { Tx } from '#database/tenant.ts';
import { ASSIGNED_ROLES, type AssignedRole } from '../schema.ts';

export type RoleHolder = { personId: string; name: string; email: string | null; roles: AssignedRole[]; resting: boolean };

/** Everybody with an assigned role, by name. Resting: the last employment has ended, so the roles mean nothing now. */
export async function roleHolders(tx: Tx): Promise<RoleHolder[]> {
  const rows = await tx
    .selectFrom('role_assignments as r')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.person_id'),
    )
    .leftJoin('employments as e', (join) =>
      join.onRef('e.organisation_id', '=', 'p.organisation_id').onRef('e.person_id', '=', 'p.id'),
    )
    .select((eb) => [
      'p.id as personId',
      'p.name',
      'p.email',
      eb.fn.agg<string[]>('array_agg', ['r.role']).distinct().as('roles'),
      sql<boolean>`count(e.id) > 0 and count(e.id) filter (where e.ended_on is null) = 0`.as('resting'),
    ])
    .groupBy(['p.organisation_id', 'p.id', 'p.name', 'p.email'])
    .orderBy(sql`p.name collate "da-x-icu"`)
    .execute();
  return rows.map((row) => ({ ...row, roles: ASSIGNED_ROLES.filter((role) => row.roles.includes(role)) }));
}

/** The assigned roles of one person. Null when there is nobody with this id here. */
export async function rolesOfPerson(
  tx: Tx,
  personId: string,
): Promise<{ personId: string; name: string; roles: AssignedRole[] } | null> {
  if (!isId(personId)) return null;
  const person = await tx.selectFrom('persons').select('name').where('id', '=', personId).executeTakeFirst();
  if (person === undefined) return null;
  const rows = await tx.selectFrom('role_assignments').select('role').where('person_id', '=', personId).execute();
  return { personId, name: person.name, roles: ASSIGNED_ROLES.filter((role) => rows.some((row) => row.role === role)) };
}
