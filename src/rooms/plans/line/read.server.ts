import { sql } from 'kysely';
import type { Tx } from '#database/tenant.ts';

export type LineUnit = { id: string; name: string; parentId: string | null; ended: boolean };

/** The tree of units, also those that have ended, and where one person works and leads in it. */
export type Line = {
  /** By name. */
  units: LineUnit[];
  /** A unit and all above it. */
  pathOf: (unitId: string) => string[];
  /** The units the person leads, and those the person leads or works in. */
  leads: ReadonlySet<string>;
  own: string[];
};

/** The tree of units, also those that have ended, by name. */
export async function unitTree(tx: Tx): Promise<LineUnit[]> {
  const rows = await tx
    .selectFrom('units')
    .select(['id', 'name', 'parent_id as parentId', 'ended_on'])
    .orderBy(sql`name collate "da-x-icu"`)
    .orderBy('id')
    .execute();
  return rows.map(({ ended_on, ...unit }) => ({ ...unit, ended: ended_on !== null }));
}

/** The line as a person stands in it. */
export async function lineOf(tx: Tx, personId: string): Promise<Line> {
  const units = await unitTree(tx);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const pathOf = (unitId: string) => {
    const path: string[] = [];
    for (let at = byId.get(unitId); at !== undefined && !path.includes(at.id); at = byId.get(at.parentId ?? '')) path.push(at.id);
    return path;
  };
  const { works, leads } = await placesOf(tx, personId);
  return { units, pathOf, leads, own: [...new Set([...works, ...leads])] };
}

/** The units a person works in and leads today. Whoever asks what a leader may plan, write or record asks here. */
export async function placesOf(tx: Tx, personId: string): Promise<{ works: string[]; leads: ReadonlySet<string> }> {
  const jobs = await tx
    .selectFrom('employments as e')
    .leftJoin('leaderships as l', (join) =>
      join.onRef('l.organisation_id', '=', 'e.organisation_id').onRef('l.employment_id', '=', 'e.id'),
    )
    .select(['e.unit_id as works', 'l.unit_id as leads'])
    .where('e.person_id', '=', personId)
    .where('e.ended_on', 'is', null)
    .execute();
  return { works: jobs.map((job) => job.works), leads: new Set(jobs.flatMap((job) => job.leads ?? [])) };
}

/** Who leads each unit today, by name: whom a note is written for. */
export async function leaderNames(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('leaderships as l')
    .innerJoin('employments as e', (join) =>
      join.onRef('e.organisation_id', '=', 'l.organisation_id').onRef('e.id', '=', 'l.employment_id'),
    )
    .innerJoin('persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.person_id'),
    )
    .select('p.name')
    .where('l.unit_id', '=', unitId)
    .where('e.ended_on', 'is', null)
    .orderBy(sql`p.name collate "da-x-icu"`)
    .execute();
  return rows.map((row) => row.name);
}
