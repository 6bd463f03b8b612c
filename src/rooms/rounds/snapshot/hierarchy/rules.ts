import type { LiveLeadership, LiveOrganisation, LiveUnit } from '../schema.ts';

/** The tree of units with who leads what. */
export type Hierarchy = {
  units: ReadonlyMap<string, LiveUnit>;
  /** Parents before children. */
  ordered: readonly LiveUnit[];
  depth: ReadonlyMap<string, number>;
  leaderOf: ReadonlyMap<string, string>;
  /** All leaders of each unit: more than one has to be settled. */
  leadersOf: ReadonlyMap<string, readonly string[]>;
  unitsLed: ReadonlyMap<string, readonly string[]>;
};

/** Orders the units and finds their leaders. Throws when units stand above each other in a ring. */
export function hierarchyOf(live: LiveOrganisation): Hierarchy {
  const units = new Map(live.units.map((unit) => [unit.id, unit]));
  const depth = new Map<string, number>();
  for (const unit of live.units) measure(unit, units, depth);
  const ordered = [...live.units].sort((a, b) => (depth.get(a.id) ?? 0) - (depth.get(b.id) ?? 0));
  const known = new Set(live.persons.map((person) => person.id));
  const leaderships = live.leaderships.filter((row) => units.has(row.unitId) && known.has(row.personId));
  const leadersOf = gather(
    leaderships,
    (row) => row.unitId,
    (row) => row.personId,
  );
  const leaderOf = new Map([...leadersOf].flatMap(([unit, [first]]) => (first === undefined ? [] : [[unit, first] as const])));
  return {
    units,
    ordered,
    depth,
    leaderOf,
    leadersOf,
    unitsLed: gather(
      leaderships,
      (row) => row.personId,
      (row) => row.unitId,
    ),
  };
}

/** The unit above, or null at a top. */
export function unitAbove(hierarchy: Hierarchy, unitId: string): string | null {
  const parent = hierarchy.units.get(unitId)?.parentId ?? null;
  return parent !== null && hierarchy.units.has(parent) ? parent : null;
}

/** The lowest unit that all the given ones are in or under; null when they share none. */
export function commonUnit(hierarchy: Hierarchy, unitIds: readonly string[]): string | null {
  const [first, ...others] = unitIds;
  if (first === undefined) return null;
  return others.reduce<string | null>((common, unit) => meetingPoint(hierarchy, common, unit), first);
}

/** The nearest leader at or above a unit who is not the given person. */
export function nearestLeader(hierarchy: Hierarchy, unitId: string | null, notPerson: string): string | null {
  for (let unit = unitId; unit !== null; unit = unitAbove(hierarchy, unit)) {
    const leader = hierarchy.leaderOf.get(unit);
    if (leader !== undefined && leader !== notPerson) return leader;
  }
  return null;
}

function meetingPoint(hierarchy: Hierarchy, one: string | null, other: string | null): string | null {
  let [a, b] = [one, other];
  while (a !== b) {
    if (a === null || b === null) return null;
    if ((hierarchy.depth.get(a) ?? 0) >= (hierarchy.depth.get(b) ?? 0)) a = unitAbove(hierarchy, a);
    else b = unitAbove(hierarchy, b);
  }
  return a;
}

function measure(unit: LiveUnit, units: ReadonlyMap<string, LiveUnit>, depth: Map<string, number>): void {
  const path: string[] = [];
  let at: LiveUnit | undefined = unit;
  while (at !== undefined && !depth.has(at.id)) {
    if (path.length > units.size) throw new RangeError('The units stand above each other in a ring.');
    path.push(at.id);
    at = at.parentId === null ? undefined : units.get(at.parentId);
  }
  let level = at === undefined ? 0 : (depth.get(at.id) ?? 0) + 1;
  for (const id of path.reverse()) depth.set(id, level++);
}

function gather(
  rows: LiveLeadership[],
  key: (row: LiveLeadership) => string,
  value: (row: LiveLeadership) => string,
): Map<string, string[]> {
  const gathered = new Map<string, string[]>();
  for (const row of rows) {
    const list = gathered.get(key(row)) ?? [];
    if (!list.includes(value(row))) list.push(value(row));
    gathered.set(key(row), list);
  }
  return gathered;
}
