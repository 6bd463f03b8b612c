import { sql } from 'kysely';
import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';

/** The nearest leader of one of a person's employments: who leads the unit, or the nearest unit above it that another person leads. */
export type NearestLeader = { personId: string; name: string; level: number; levelName: string | null; unit: string };

/** The nearest leaders of a person, one for each employment, no leader twice. Rings of units cannot be imported; a ring would end the search. */
export async function nearestLeaders(tx: Tx, personId: string): Promise<NearestLeader[]> {
  if (!isId(personId)) return [];
  const found = await sql<{ personId: string; name: string; level: number; levelName: string | null; unit: string }>`
    with recursive way (employment, unit_id, parent_id, name, steps) as (
      select e.id, u.id, u.parent_id, u.name, 0 from employments e
      join units u on u.organisation_id = e.organisation_id and u.id = e.unit_id
      where e.person_id = ${personId} and e.ended_on is null
      union all
      select w.employment, u.id, u.parent_id, u.name, w.steps + 1 from way w
      join units u on u.organisation_id = current_organisation() and u.id = w.parent_id
      where w.steps < 50
    ), led as (
      select w.employment, w.steps, w.name as unit, p.id, p.name, l.level,
        row_number() over (partition by w.employment order by w.steps, l.level, p.id) as rank
      from way w
      join leaderships l on l.organisation_id = current_organisation() and l.unit_id = w.unit_id
      join employments e on e.organisation_id = l.organisation_id and e.id = l.employment_id and e.ended_on is null
      join persons p on p.organisation_id = e.organisation_id and p.id = e.person_id
      where p.id <> ${personId}
    )
    select led.id as "personId", led.name, led.level, n.name as "levelName", led.unit
    from led left join leadership_levels n on n.organisation_id = current_organisation() and n.position = led.level
    where led.rank = 1 order by led.steps, led.name`.execute(tx);
  return found.rows.filter((row, at) => found.rows.findIndex((other) => other.personId === row.personId) === at);
}

/** The level at which a person leads, by organisation data: the highest of several. Null for somebody who leads nothing. */
export async function ownLevel(tx: Tx, personId: string): Promise<{ level: number; name: string | null } | null> {
  if (!isId(personId)) return null;
  const row = await tx
    .selectFrom('leaderships as l')
    .innerJoin('employments as e', (join) =>
      join.onRef('e.organisation_id', '=', 'l.organisation_id').onRef('e.id', '=', 'l.employment_id'),
    )
    .innerJoin('units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'l.organisation_id').onRef('u.id', '=', 'l.unit_id').on('u.ended_on', 'is', null),
    )
    .leftJoin('leadership_levels as n', (join) =>
      join.onRef('n.organisation_id', '=', 'l.organisation_id').onRef('n.position', '=', 'l.level'),
    )
    .select(['l.level', 'n.name'])
    .where('e.person_id', '=', personId)
    .where('e.ended_on', 'is', null)
    .orderBy('l.level')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { level: row.level, name: row.name };
}
