import { sql } from 'kysely';
import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { above, branches, type Branch } from './rules.ts';

export type UnitLeader = { personId: string; name: string; level: number };
/** A unit as the tree shows it: `own` work in it, `all` in it and everything below. */
export type Unit = {
  id: string;
  code: string;
  name: string;
  parentId: string | null;
  leader: UnitLeader | null;
  own: number;
  all: number;
};

/** Every live unit with its leader and its counts, by name within its parent. */
export async function liveUnits(tx: Tx): Promise<Unit[]> {
  const rows = await tx
    .selectFrom('units as u')
    .leftJoin('leaderships as l', (join) =>
      join.onRef('l.organisation_id', '=', 'u.organisation_id').onRef('l.unit_id', '=', 'u.id'),
    )
    .leftJoin('employments as e', (join) =>
      join
        .onRef('e.organisation_id', '=', 'l.organisation_id')
        .onRef('e.id', '=', 'l.employment_id')
        .on('e.ended_on', 'is', null),
    )
    .leftJoin('persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.person_id'),
    )
    .select(['u.id', 'u.code', 'u.name', 'u.parent_id as parentId', 'p.id as personId', 'p.name as leaderName', 'l.level'])
    .where('u.ended_on', 'is', null)
    .orderBy(sql`u.name collate "da-x-icu"`)
    .execute();
  const counts = await tx
    .selectFrom('employments')
    .select((eb) => ['unit_id', eb.fn.countAll<number>().as('own')])
    .where('ended_on', 'is', null)
    .groupBy('unit_id')
    .execute();
  const own = new Map(counts.map((row) => [row.unit_id, row.own]));
  const units = new Map<string, Unit>();
  for (const { personId, leaderName, level, ...unit } of rows) {
    const leader = personId === null || leaderName === null || level === null ? null : { personId, name: leaderName, level };
    const known = units.get(unit.id);
    if (known === undefined) units.set(unit.id, { ...unit, leader, own: own.get(unit.id) ?? 0, all: 0 });
    else known.leader ??= leader;
  }
  return withTotals(units);
}

/** Adds each unit's own people to every unit above it. Rings cannot be imported; if one stood here it would be walked once. */
function withTotals(units: Map<string, Unit>): Unit[] {
  for (const unit of units.values()) {
    const seen = new Set<string>();
    for (let at: Unit | undefined = unit; at !== undefined && !seen.has(at.id); at = units.get(at.parentId ?? '')) {
      seen.add(at.id);
      at.all += unit.own;
    }
  }
  return [...units.values()];
}

export type Employee = {
  id: string;
  personId: string;
  number: string;
  name: string;
  title: string;
  email: string | null;
  unitId: string;
  unitName: string;
};

function employeeQuery(tx: Tx) {
  return tx
    .selectFrom('employments as e')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.person_id'),
    )
    .innerJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 'e.organisation_id').onRef('u.id', '=', 'e.unit_id'))
    .select(['e.id', 'p.id as personId', 'e.number', 'p.name', 'e.title', 'p.email', 'u.id as unitId', 'u.name as unitName'])
    .where('e.ended_on', 'is', null)
    .orderBy(sql`p.name collate "da-x-icu"`)
    .orderBy('e.number');
}

/** A unit by its id with the people who work in it, one page at a time. Null when there is none here. */
export async function unitWithEmployees(
  tx: Tx,
  id: string,
  page: number,
  size: number,
): Promise<{ id: string; name: string; code: string; endedOn: string | null; employees: Employee[]; total: number } | null> {
  if (!isId(id)) return null;
  const unit = await tx
    .selectFrom('units')
    .select(['id', 'name', 'code', 'ended_on as endedOn'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (unit === undefined) return null;
  const employees = await employeeQuery(tx)
    .where('e.unit_id', '=', id)
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const { total } = await tx
    .selectFrom('employments')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('unit_id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow();
  return { ...unit, endedOn: unit.endedOn as string | null, employees, total };
}

/** People by name or number, at most `most`. */
export async function findEmployees(tx: Tx, search: string, most: number): Promise<Employee[]> {
  const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return employeeQuery(tx)
    .where((eb) => eb.or([eb('p.name', 'ilike', like), eb('e.number', '=', search.trim()), eb('p.email', 'ilike', like)]))
    .limit(most)
    .execute();
}

/** Persons by name, number or mail, once each, at most `most`; also those who were written in by hand and have no employment. */
export async function findPersons(
  tx: Tx,
  search: string,
  most: number,
): Promise<{ personId: string; name: string; email: string | null; unitName: string }[]> {
  const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await tx
    .selectFrom('persons as p')
    .leftJoin('employments as e', (join) =>
      join.onRef('e.organisation_id', '=', 'p.organisation_id').onRef('e.person_id', '=', 'p.id'),
    )
    .leftJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 'e.organisation_id').onRef('u.id', '=', 'e.unit_id'))
    .select([
      'p.id as personId',
      'p.name',
      'p.email',
      sql<string>`coalesce(string_agg(u.name, ', ' order by e.number), '')`.as('unitName'),
    ])
    .where((eb) => eb.or([eb('e.id', 'is', null), eb('e.ended_on', 'is', null)]))
    .where((eb) => eb.or([eb('p.name', 'ilike', like), eb('e.number', '=', search.trim()), eb('p.email', 'ilike', like)]))
    .groupBy(['p.organisation_id', 'p.id', 'p.name', 'p.email'])
    .orderBy(sql`p.name collate "da-x-icu"`)
    .limit(most)
    .execute();
  return rows;
}

/** Units by name or code, at most `most`. */
export async function findUnits(tx: Tx, search: string, most: number): Promise<{ id: string; code: string; name: string }[]> {
  const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return tx
    .selectFrom('units')
    .select(['id', 'code', 'name'])
    .where('ended_on', 'is', null)
    .where((eb) => eb.or([eb('name', 'ilike', like), eb('code', '=', search.trim())]))
    .orderBy(sql`name collate "da-x-icu"`)
    .limit(most)
    .execute();
}

/** How many people have an employment today. */
export async function countOfEmployees(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('employments')
    .select((eb) => eb.fn.count<number>('person_id').distinct().as('count'))
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

export type UnitBranch = Branch<Unit>;
const WHOLE_TREE = 120;

/** The tree of today, and its figures. A large organisation is shown down to three levels; the rest is behind each unit. */
export async function organisationTree(
  tx: Tx,
): Promise<{ tree: UnitBranch[]; units: number; leaders: number; unled: number; employees: number }> {
  const units = await liveUnits(tx);
  const leaders = new Set(units.flatMap((unit) => (unit.leader === null ? [] : [unit.leader.personId])));
  return {
    tree: branches(units, null, units.length <= WHOLE_TREE ? units.length : 2),
    units: units.length,
    leaders: leaders.size,
    unled: units.filter((unit) => unit.leader === null && unit.own > 0).length,
    employees: await countOfEmployees(tx),
  };
}

/** Where a unit lies: the units above it, outermost first, those right below it, and the nearest leader above. */
export async function unitSurroundings(
  tx: Tx,
  id: string,
): Promise<{ unit: Unit | null; above: Unit[]; below: UnitBranch[]; leaderAbove: UnitLeader | null }> {
  const units = await liveUnits(tx);
  const path = above(units, id);
  return {
    unit: units.find((unit) => unit.id === id) ?? null,
    above: path,
    below: branches(units, id, 0),
    leaderAbove: path.findLast((unit) => unit.leader !== null)?.leader ?? null,
  };
}
