import type { Tx } from '#database/tenant.ts';
import { asLocale, type Locale } from '#base/text.ts';
import { rolesOf } from './rules.ts';
import type { LiveOrganisation, Role } from './schema.ts';

export type PersonFacts = { id: string; name: string; email: string | null; locale: Locale | null; roles: Role[] };

/**
 * The person with all roles: those assigned, and those that follow from employments and leaderships. Null when not (or no longer) here:
 * what was assigned rests from the day the last employment ends.
 */
export async function personFacts(tx: Tx, personId: string): Promise<PersonFacts | null> {
  const person = await tx
    .selectFrom('persons')
    .select(['id', 'name', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (person === undefined) return null;
  const assigned = await tx.selectFrom('role_assignments').select('role').where('person_id', '=', personId).execute();
  const employments = await tx
    .selectFrom('employments as e')
    .leftJoin('leaderships as l', (join) =>
      join.onRef('l.organisation_id', '=', 'e.organisation_id').onRef('l.employment_id', '=', 'e.id'),
    )
    .leftJoin('units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'l.organisation_id').onRef('u.id', '=', 'l.unit_id').on('u.ended_on', 'is', null),
    )
    .select(['e.id', 'e.ended_on', 'u.id as leads'])
    .where('e.person_id', '=', personId)
    .execute();
  const roles = rolesOf(
    assigned.map((row) => row.role),
    employments.map((row) => ({ live: row.ended_on === null, leads: row.leads !== null })),
  );
  if (roles.length === 0) return null;
  return { id: person.id, name: person.name, email: person.email, locale: asLocale(person.language), roles };
}

/** The person with this mail address; null when there is none, or when it does not point to exactly one person who is here today. */
export async function personByEmail(tx: Tx, email: string): Promise<{ id: string; name: string; locale: Locale | null } | null> {
  const rows = await tx
    .selectFrom('persons')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.trim().toLowerCase()))
    .limit(20)
    .execute();
  const here: PersonFacts[] = [];
  for (const row of rows) {
    const facts = await personFacts(tx, row.id);
    if (facts !== null) here.push(facts);
  }
  const [only] = here;
  if (here.length !== 1 || only === undefined) return null;
  return { id: only.id, name: only.name, locale: only.locale };
}

export type Persona = { id: string; name: string; description: { da: string; en: string } };

/** The invented people of a demo organisation, in their order. */
export async function personasOf(tx: Tx): Promise<Persona[]> {
  const rows = await tx
    .selectFrom('personas as a')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['p.id', 'p.name', 'a.description'])
    .orderBy('a.position')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, description: row.description as Persona['description'] }));
}

/** The organisation as it is today, for a round to freeze and for an import to compare with. Units and employments by code and number. */
export async function liveOrganisation(tx: Tx): Promise<LiveOrganisation> {
  const settings = await tx.selectFrom('organisation_settings').select('language').executeTakeFirst();
  const units = await tx
    .selectFrom('units')
    .select(['id', 'code', 'name', 'parent_id as parentId'])
    .where('ended_on', 'is', null)
    .orderBy('code')
    .execute();
  const employments = await tx
    .selectFrom('employments')
    .select(['id', 'person_id as personId', 'unit_id as unitId', 'number', 'title'])
    .where('ended_on', 'is', null)
    .orderBy('number')
    .execute();
  const leaderships = await tx
    .selectFrom('leaderships as l')
    .innerJoin('employments as e', (join) =>
      join.onRef('e.organisation_id', '=', 'l.organisation_id').onRef('e.id', '=', 'l.employment_id'),
    )
    .innerJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 'l.organisation_id').onRef('u.id', '=', 'l.unit_id'))
    .select(['e.person_id as personId', 'l.unit_id as unitId', 'l.employment_id as employmentId', 'l.level'])
    .where('e.ended_on', 'is', null)
    .where('u.ended_on', 'is', null)
    .execute();
  const persons = await tx
    .selectFrom('persons as p')
    .select(['p.id', 'p.name', 'p.email', 'p.language'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('employments as e')
          .select('e.id')
          .whereRef('e.organisation_id', '=', 'p.organisation_id')
          .whereRef('e.person_id', '=', 'p.id')
          .where('e.ended_on', 'is', null),
      ),
    )
    .execute();
  const language = asLocale(settings?.language) ?? 'da';
  return {
    units,
    employments,
    leaderships,
    persons: persons.map((person) => ({ ...person, language: asLocale(person.language) ?? language })),
  };
}

/** What is held about a person, for the person's own copy. */
export async function aboutMe(tx: Tx, personId: string): Promise<object> {
  const person = await tx
    .selectFrom('persons')
    .select(['name', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirst();
  const employments = await tx
    .selectFrom('employments as e')
    .innerJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 'e.organisation_id').onRef('u.id', '=', 'e.unit_id'))
    .select(['e.number', 'e.title', 'u.name as unit', 'e.ended_on as endedOn'])
    .where('e.person_id', '=', personId)
    .execute();
  const leads = await tx
    .selectFrom('leaderships as l')
    .innerJoin('employments as e', (join) =>
      join.onRef('e.organisation_id', '=', 'l.organisation_id').onRef('e.id', '=', 'l.employment_id'),
    )
    .innerJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 'l.organisation_id').onRef('u.id', '=', 'l.unit_id'))
    .select(['u.name as unit', 'l.level'])
    .where('e.person_id', '=', personId)
    .execute();
  const roles = await tx.selectFrom('role_assignments').select('role').where('person_id', '=', personId).execute();
  const sessions = await tx
    .selectFrom('sessions')
    .select(['created_at as signedInAt', 'last_seen_at as lastSeenAt', 'expires_at as expiresAt'])
    .where('person_id', '=', personId)
    .execute();
  return { person, employments, leads, roles: roles.map((row) => row.role), sessions };
}
