import { sql } from 'kysely';
import { found } from '#base/errors.ts';
import { asLocale, type Locale } from '#base/text.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { environment } from '#environment';
import { organisationById } from '#rooms/organisations/read.server.ts';

/** Somebody who is here today; without a mail address nobody can write to them. */
export type Addressee = { personId: string; name: string; email: string | null; language: Locale };

/** Who works in these units or leads one of them, once each, by name; null stands for all units. */
export async function peopleOf(tx: Tx, unitIds: readonly string[] | null): Promise<Addressee[]> {
  let query = employed(tx);
  if (unitIds !== null) query = query.where(within(unitIds));
  return presented(tx, await query.execute());
}

/** How many they are but for one of them, and how many of those can be written to. */
export async function countPeople(
  tx: Tx,
  unitIds: readonly string[] | null,
  except: string,
): Promise<{ people: number; reachable: number }> {
  let people = employed(tx).clearOrderBy().where('p.id', '<>', except);
  if (unitIds !== null) people = people.where(within(unitIds));
  return tx
    .selectFrom(people.as('one'))
    .select((eb) => [eb.fn.countAll<number>().as('people'), eb.fn.count<number>('one.email').as('reachable')])
    .executeTakeFirstOrThrow();
}

/** Who leads a unit today. */
export async function leadersOf(tx: Tx, unitId: string): Promise<Addressee[]> {
  return presented(tx, await employed(tx).where('l.unit_id', '=', unitId).execute());
}

/** The address of a page of the organisation, as it stands in a mail. */
export async function addressOf(tx: Tx, path: string): Promise<string> {
  const { slug } = found(await organisationById(tx, await organisationOf(tx)));
  return `${(environment.ORIGIN ?? `http://localhost:${environment.PORT}`).replace(/\/$/, '')}/${slug}/${path}`;
}

function within(unitIds: readonly string[]) {
  return sql<boolean>`(e.unit_id = any(${unitIds}::uuid[]) or l.unit_id = any(${unitIds}::uuid[]))`;
}

function employed(tx: Tx) {
  return tx
    .selectFrom('employments as e')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.person_id'),
    )
    .leftJoin('leaderships as l', (join) =>
      join.onRef('l.organisation_id', '=', 'e.organisation_id').onRef('l.employment_id', '=', 'e.id'),
    )
    .select(['p.id', 'p.name', 'p.email', 'p.language'])
    .distinct()
    .where('e.ended_on', 'is', null)
    .orderBy('p.name')
    .orderBy('p.id');
}

type Row = { id: string; name: string; email: string | null; language: string | null };

async function presented(tx: Tx, rows: readonly Row[]): Promise<Addressee[]> {
  const settings = await tx.selectFrom('organisation_settings').select('language').executeTakeFirst();
  const usual = asLocale(settings?.language) ?? 'da';
  return rows.map(({ id, name, email, language }) => ({ personId: id, name, email, language: asLocale(language) ?? usual }));
}
