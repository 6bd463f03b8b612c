// Writes an invented organisation into the database: units, people, who leads what, roles and the people a visitor can be.
import { newId } from '#base/ids.ts';
import { daysAfter, localDate, now } from '#base/time.ts';
import type { Connection } from '#database/connection.ts';
import { mintTenant, type Tenant, type Tx } from '#database/tenant.ts';
import type { PeopleRows } from '#rooms/people/schema.ts';
import { assignRoles, insertPeople } from '#rooms/people/write.server.ts';
import { cast, castKeys, type CastKey } from '../cast.ts';
import { demoLevels } from '../framework.ts';
import type { DemoOrganisation } from '../organisation.ts';

export type LoadedOrganisation = {
  tenant: Tenant;
  slug: string;
  name: string;
  /** Ids by the index of the generator. */
  unitIds: string[];
  personIds: string[];
  employmentIds: string[];
  castIds: Record<CastKey, string>;
};

type Ids = Pick<LoadedOrganisation, 'unitIds' | 'personIds' | 'employmentIds'>;

/** Makes a new organisation of the generated people. The worker role does it, before the organisation has any person. */
export async function loadOrganisation(
  worker: Connection,
  demo: DemoOrganisation,
  target: { slug: string; name: string; seed: number; employees: number },
): Promise<LoadedOrganisation> {
  const made = await worker.kysely
    .insertInto('organisations')
    .values({ slug: target.slug, name: target.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  const tenant = mintTenant(worker, made.id);
  const ids: Ids = {
    unitIds: demo.units.map(() => newId()),
    personIds: demo.persons.map(() => newId()),
    employmentIds: demo.employments.map(() => newId()),
  };
  const castIds = castIdsOf(demo, ids.personIds);
  await tenant.transaction(async (tx) => {
    await tx
      .insertInto('demonstrations')
      .values({ organisation_id: made.id, seed: target.seed, employees: target.employees })
      .execute();
    await tx.insertInto('organisation_settings').values({ organisation_id: made.id }).execute();
    await insertPeople(tx, rowsOf(demo, ids));
    await writeCast(tx, castIds, made.id);
  });
  return { tenant, slug: target.slug, name: target.name, ...ids, castIds };
}

function rowsOf(demo: DemoOrganisation, ids: Ids): PeopleRows {
  const unitAt = new Map(demo.units.map((unit, at) => [unit.code, at]));
  const unitId = (code: string) => ids.unitIds[unitAt.get(code) ?? -1] ?? '';
  const employmentAt = new Map(demo.employments.map((employment, at) => [employment.employeeNumber, at]));
  const longAgo = localDate(daysAfter(now(), -400));
  return {
    levels: demoLevels.map((level) => level.da),
    units: demo.units.map((unit) => ({
      id: unitId(unit.code),
      code: unit.code,
      name: unit.name,
      parentId: unit.parentCode === null ? null : unitId(unit.parentCode),
    })),
    persons: demo.persons.map((person, at) => ({
      id: ids.personIds[at] ?? '',
      name: `${person.firstName} ${person.lastName}`,
      email: person.email,
      language: 'da',
    })),
    employments: demo.employments.map((employment, at) => ({
      id: ids.employmentIds[at] ?? '',
      personId: ids.personIds[employment.person] ?? '',
      unitId: unitId(employment.unitCode),
      number: employment.employeeNumber,
      title: employment.title,
      endedOn: employment.lastWave === null ? null : longAgo,
    })),
    leaderships: demo.leaderships
      .filter((leadership) => leadership.lastWave === null)
      .map((leadership) => ({
        unitId: unitId(leadership.unitCode),
        employmentId: ids.employmentIds[employmentAt.get(leadership.employeeNumber) ?? -1] ?? '',
        level: leadership.level,
      })),
  };
}

const DESCRIPTIONS: Record<CastKey, { da: string; en: string }> = {
  mette: {
    da: 'Ledende sygeplejerske med 32 medarbejdere. Se hendes rapport.',
    en: 'Head nurse with 32 employees. See her report.',
  },
  superior: {
    da: 'Mettes leder. Se de samlede resultater for området.',
    en: "Mette's leader. See the results of the whole area.",
  },
  hr: {
    da: 'HR-konsulent. Arbejd med grundlaget, og send en måling ud.',
    en: 'HR consultant. Work with the framework and send out a round.',
  },
  director: {
    da: 'Kommunaldirektør. Se resultatet for hele kommunen.',
    en: 'Chief executive. See the results of the whole municipality.',
  },
  med: {
    da: 'Fællestillidsrepræsentant. Se, at ingen kan kendes i tallene.',
    en: 'Employee representative. Check that nobody can be recognised in the figures.',
  },
  employee: {
    da: 'Sygeplejerske i Mettes enhed. Se, hvad du må vide om målingen.',
    en: "Nurse in Mette's unit. See what you may know about the round.",
  },
  smallLeader: {
    da: 'Arkivleder med få medarbejdere. Se, hvad der sker med få svar.',
    en: 'Archive leader with few employees. See what happens with few answers.',
  },
};

async function writeCast(tx: Tx, castIds: Record<CastKey, string>, organisation_id: number): Promise<void> {
  await assignRoles(tx, [
    { personId: castIds.hr, role: 'hr' },
    { personId: castIds.hr, role: 'editor' },
    { personId: castIds.director, role: 'management' },
    { personId: castIds.med, role: 'med' },
  ]);
  await tx
    .insertInto('personas')
    .values(
      castKeys.map((key, position) => ({
        organisation_id,
        person_id: castIds[key],
        position,
        description: JSON.stringify(DESCRIPTIONS[key]),
      })),
    )
    .execute();
}

function castIdsOf(demo: DemoOrganisation, personIds: string[]): Record<CastKey, string> {
  const byNumber = new Map(demo.employments.map((employment) => [employment.employeeNumber, personIds[employment.person]]));
  return Object.fromEntries(castKeys.map((key) => [key, byNumber.get(cast[key].employeeNumber) ?? ''])) as Record<
    CastKey,
    string
  >;
}
