import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { liveOrganisation } from '#rooms/people/read.server.ts';
import type { StepKind } from '../steps/schema.ts';
import { BODY_RIGHTS, type Body, type BodyKind } from './schema.ts';

/** The organisation's bodies in their order; those that are no more only when asked for. */
export async function bodiesOf(tx: Tx, { retired = false }: { retired?: boolean } = {}): Promise<Body[]> {
  const rows = await tx
    .selectFrom('framework_bodies as b')
    .select((eb) => [
      'b.id',
      'b.name',
      'b.kind',
      'b.retired_at',
      eb
        .selectFrom('framework_steps as s')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('s.organisation_id', '=', 'b.organisation_id')
        .whereRef('s.body_id', '=', 'b.id')
        .as('steps'),
    ])
    .orderBy('b.position')
    .orderBy('b.name')
    .execute();
  const rights = Map.groupBy(
    await tx.selectFrom('framework_body_rights').select(['body_id', 'right']).execute(),
    (row) => row.body_id,
  );
  const members = await membersByBody(tx);
  return rows
    .filter((row) => retired || row.retired_at === null)
    .map((row) => {
      const own = new Set((rights.get(row.id) ?? []).map((one) => one.right));
      return {
        id: row.id,
        name: row.name,
        kind: row.kind as BodyKind,
        rights: BODY_RIGHTS.filter((right) => own.has(right)),
        members: members.get(row.id) ?? [],
        retired: row.retired_at !== null,
        steps: row.steps ?? 0,
      };
    });
}

/** One body, also one that is no more; null when there is none with this id. */
export async function bodyOf(tx: Tx, bodyId: string): Promise<Body | null> {
  if (!isId(bodyId)) return null;
  return (await bodiesOf(tx, { retired: true })).find((body) => body.id === bodyId) ?? null;
}

/** The bodies that a person acts for today. */
export async function bodiesOfPerson(tx: Tx, personId: string): Promise<Body[]> {
  return (await bodiesOf(tx)).filter((body) => body.members.some((member) => member.personId === personId));
}

/** Everybody who works here today, by name: who can act for a body. */
export async function peopleToChoose(tx: Tx): Promise<{ personId: string; name: string; about: string }[]> {
  const { persons, employments, units } = await liveOrganisation(tx);
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  const unitOf = new Map(employments.map((employment) => [employment.personId, unitNames.get(employment.unitId) ?? '']));
  return persons
    .map((person) => ({ personId: person.id, name: person.name, about: unitOf.get(person.id) ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

/** Which steps no version may leave out. */
export async function requiredSteps(tx: Tx): Promise<StepKind[]> {
  const rows = await tx.selectFrom('framework_required_steps').select('kind').execute();
  return rows.map((row) => row.kind as StepKind);
}

async function membersByBody(tx: Tx): Promise<Map<string, { personId: string; name: string }[]>> {
  const rows = await tx
    .selectFrom('framework_body_members as m')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'm.organisation_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['m.body_id', 'p.id', 'p.name'])
    .orderBy('p.name')
    .execute();
  const members = Map.groupBy(rows, (row) => row.body_id);
  return new Map([...members].map(([body, some]) => [body, some.map(({ id, name }) => ({ personId: id, name }))]));
}
