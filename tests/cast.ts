// The named people of the tests, in three organisations that must never see each other.
import { newId } from '#base/ids.ts';
import { mintTenant, type Tenant } from '#database/tenant.ts';
import { Member } from '#rooms/people/proof.server.ts';
import type { Role } from '#rooms/people/schema.ts';
import { assignRoles, insertPeople } from '#rooms/people/write.server.ts';
import type { TestDatabase } from './database.ts';

export type CastOrganisation = { id: number; slug: string; name: string; demo: boolean };
export type CastTown = {
  organisation: CastOrganisation;
  /** As the web process and as the worker see the organisation. */
  web: Tenant;
  worker: Tenant;
  people: Record<string, string>;
  /** The signed-in person, with the roles they have in this town. */
  member: (name: string) => Member;
};

type Plan = {
  slug: string;
  name: string;
  people: { name: string; unit: string; leads?: string; roles?: ('hr' | 'editor' | 'management' | 'med')[] }[];
  units: [code: string, name: string, parent: string | null][];
};

const FJORDBY: Plan = {
  slug: 'fjordby',
  name: 'Fjordby Kommune',
  units: [
    ['1', 'Fjordby Kommune', null],
    ['2', 'Sundhed og Omsorg', '1'],
    ['3', 'Hjemmesygeplejen', '2'],
    ['4', 'Lokalarkivet', '1'],
  ],
  people: [
    { name: 'Birgitte', unit: '1', leads: '1', roles: ['management'] },
    { name: 'Henrik', unit: '2', leads: '2' },
    { name: 'Mette', unit: '3', leads: '3' },
    { name: 'Jonas', unit: '4', leads: '4' },
    { name: 'Lene', unit: '1', roles: ['hr', 'editor'] },
    { name: 'Tom', unit: '1', roles: ['med'] },
    ...['Amina', 'Bo', 'Carla', 'Dorte', 'Erik', 'Farid', 'Gitte', 'Hans'].map((name) => ({ name, unit: '3' })),
    ...['Ida', 'Jens', 'Kaya'].map((name) => ({ name, unit: '4' })),
  ],
};
const HOLMSTED: Plan = {
  slug: 'holmsted',
  name: 'Holmsted Kommune',
  units: [['1', 'Holmsted Kommune', null]],
  people: [
    { name: 'Preben', unit: '1', leads: '1' },
    { name: 'Rikke', unit: '1', roles: ['hr', 'editor'] },
    ...['Sofie', 'Tage', 'Ulla', 'Viggo', 'Yrsa'].map((name) => ({ name, unit: '1' })),
  ],
};
const SANDVIG: Plan = {
  slug: 'sandvig',
  name: 'Region Sandvig',
  units: [['1', 'Region Sandvig', null]],
  people: [
    { name: 'Asta', unit: '1', leads: '1', roles: ['hr', 'editor', 'management'] },
    { name: 'Bertil', unit: '1' },
  ],
};

/** The three organisations with their people, in a fresh database. */
export async function settleCast(database: TestDatabase): Promise<{ fjordby: CastTown; holmsted: CastTown; sandvig: CastTown }> {
  return {
    fjordby: await settle(database, FJORDBY),
    holmsted: await settle(database, HOLMSTED),
    sandvig: await settle(database, SANDVIG),
  };
}

async function settle(database: TestDatabase, plan: Plan): Promise<CastTown> {
  const made = await database.as.worker.kysely
    .insertInto('organisations')
    .values({ slug: plan.slug, name: plan.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  const organisation = { id: made.id, slug: plan.slug, name: plan.name, demo: false };
  const worker = mintTenant(database.as.worker, made.id);
  const web = mintTenant(database.as.web, made.id);
  const people = Object.fromEntries(plan.people.map(({ name }) => [name, newId()]));
  const units = new Map(plan.units.map(([code]) => [code, newId()]));
  const employments = new Map(plan.people.map(({ name }) => [name, newId()]));
  const idOf = (map: Map<string, string>, key: string) => map.get(key) ?? '';
  await worker.transaction(async (tx) => {
    await tx.insertInto('organisation_settings').values({ organisation_id: made.id }).execute();
    await insertPeople(tx, {
      levels: ['Direktør', 'Chef', 'Leder af ledere', 'Leder af medarbejdere'],
      units: plan.units.map(([code, name, parent]) => ({
        id: idOf(units, code),
        code,
        name,
        parentId: parent === null ? null : idOf(units, parent),
      })),
      persons: plan.people.map(({ name }) => ({
        id: people[name] ?? '',
        name,
        email: `${name.toLowerCase()}@${plan.slug}.example`,
        language: 'da',
      })),
      employments: plan.people.map(({ name, unit }, at) => ({
        id: idOf(employments, name),
        personId: people[name] ?? '',
        unitId: idOf(units, unit),
        number: String(1000 + at),
        title: '',
      })),
      leaderships: plan.people.flatMap(({ name, leads }) =>
        leads === undefined
          ? []
          : [{ unitId: idOf(units, leads), employmentId: idOf(employments, name), level: leads === '1' ? 1 : 3 }],
      ),
    });
    await assignRoles(
      tx,
      plan.people.flatMap(({ name, roles = [] }) => roles.map((role) => ({ personId: people[name] ?? '', role }))),
    );
  });
  const member = (name: string) => {
    const person = plan.people.find((one) => one.name === name);
    if (person === undefined) throw new Error(`nobody in ${plan.name} is called ${name}`);
    const roles: Role[] = ['employee', ...(person.leads === undefined ? [] : (['leader'] as const)), ...(person.roles ?? [])];
    return new Member({
      tenant: web,
      personId: people[name] ?? '',
      name,
      email: `${name.toLowerCase()}@${plan.slug}.example`,
      locale: 'da',
      roles,
      organisation,
    });
  };
  return { organisation, web, worker, people, member };
}
