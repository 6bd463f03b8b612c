import type { Blueprint } from './blueprint.ts';
import { castUnits } from './cast.ts';
import type { LeaderLevel } from './organisation.ts';
import type { Random } from './random.ts';
import type { Sector, SectorProfile } from './sectors.ts';
import { places, sectors } from './sectors.ts';
import type { BottomUnit } from './settled-units.ts';
import { areasFor, departmentsFor, drawBottomUnits } from './unit-sizes.ts';

/** Splits a list into `groups` runs of nearly equal, slightly varied length (each at least 1, where possible 3 to 10). */
function split<T>(list: readonly T[], groups: number, random: Random): T[][] {
  const sizes = Array.from({ length: groups }, (_, group) => Math.floor((list.length + group) / groups));
  for (let trade = 0; trade < groups; trade += 1) {
    const from = random.whole(0, groups - 1);
    const to = random.whole(0, groups - 1);
    const [given, taken] = [sizes[from] ?? 0, sizes[to] ?? 0];
    if (from === to || given <= 3 || taken >= 10) continue;
    sizes[from] = given - 1;
    sizes[to] = taken + 1;
  }
  let start = 0;
  return sizes.map((size) => list.slice(start, (start += size)));
}

/** Draws up the tree from the top; keeps codes and names unique. */
class Drawing {
  readonly units: Blueprint[] = [];
  readonly #names = new Map<string, number>();
  readonly #random: Random;
  #nextCode = 10100;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Adds a unit and returns its index. */
  add(unit: Omit<Blueprint, 'code'> & { readonly code?: string | undefined }): number {
    const used = (this.#names.get(unit.name) ?? 0) + 1;
    this.#names.set(unit.name, used);
    const name = used === 1 ? unit.name : `${unit.name} ${used}`;
    const code = unit.code ?? String(this.#nextCode++);
    return this.units.push({ ...unit, code, name }) - 1;
  }

  upper(parent: number, profile: SectorProfile, level: 2 | 3, name: string, code?: string): number {
    const { sector, leaderTitles } = profile;
    return this.add({ code, name, parent, sector, level, leaderTitle: leaderTitles[level], employeeTitles: [], members: 0 });
  }

  bottom(parent: number, profile: SectorProfile, unit: BottomUnit): void {
    const kind = this.#random.pick(profile.unitKinds);
    this.add({
      code: unit.settled?.code,
      name: unit.settled?.name ?? `${kind.word} ${this.#random.pick(places)}`,
      parent,
      sector: profile.sector,
      level: 4,
      leaderTitle: profile.leaderTitles[4],
      employeeTitles: unit.settled?.employeeTitles ?? kind.employeeTitles,
      members: unit.members,
      planted: unit.settled?.planted,
    });
  }

  /** One department with its areas; small departments have no level between. */
  department(parent: number, profile: SectorProfile, areas: readonly BottomUnit[][], isFirst: boolean): void {
    const home = isFirst && profile.sector === 'health';
    const name = isFirst ? profile.department : `${profile.department} ${this.#random.pick(places)}`;
    const chief = this.upper(parent, profile, 2, name, home ? castUnits.healthDepartment : undefined);
    areas.forEach((units, index) => {
      const isHome = home && index === 0;
      const areaName = isHome ? 'Hjemmesygeplejen' : `${profile.areaWord} ${this.#random.pick(places)}`;
      const area = this.upper(chief, profile, 3, areaName, isHome ? castUnits.homeNursing : undefined);
      for (const unit of units) this.bottom(area, profile, unit);
    });
  }

  flatDepartment(parent: number, profile: SectorProfile, units: readonly BottomUnit[]): void {
    const chief = this.upper(parent, profile, 2, profile.department);
    for (const unit of units) this.bottom(chief, profile, unit);
  }
}

function leadershipUnit(name: string, parent: number, leaderTitle: string, code?: string) {
  const level: LeaderLevel = 1;
  return { code, name, parent, sector: null, level, leaderTitle, employeeTitles: [], members: 0 };
}

/** Index of the unit each department hangs under: the top, or with more than ten departments one director per eight. */
function directorates(drawing: Drawing, top: number, departments: number): number[] {
  if (departments <= 10) return Array.from({ length: departments }, () => top);
  const directors = Array.from({ length: Math.ceil(departments / 8) }, (_, index) =>
    drawing.add(leadershipUnit(`Direktørområde ${index + 1}`, top, 'Direktør')),
  );
  return Array.from({ length: departments }, (_, index) => directors[Math.floor(index / 8)] ?? top);
}

/**
 * Fjordby with exactly `employees` people (leaders included; at least 200): one municipal director, departments, areas of 3-10 units, units.
 * Parents come before children; the units of the cast are always there.
 */
export function drawMunicipality(employees: number, random: Random): Blueprint[] {
  const units = drawBottomUnits(employees, random.fork('sizes'));
  const bySector = new Map<Sector, BottomUnit[]>(sectors.map(({ sector }) => [sector, []]));
  for (const unit of units) bySector.get(unit.sector)?.push(unit);
  const drawing = new Drawing(random.fork('names'));
  const top = drawing.add(leadershipUnit('Fjordby Kommune', -1, 'Kommunaldirektør', castUnits.municipality));
  const departments = [...bySector].map(([sector, list]) => departmentsFor(sector, list.length));
  const total = departments.reduce((sum, count) => sum + count, 0);
  const above = directorates(drawing, top, total);
  const grouping = random.fork('grouping');
  for (const profile of sectors) {
    const list = bySector.get(profile.sector) ?? [];
    const areas = areasFor(profile.sector, list.length);
    const count = departmentsFor(profile.sector, list.length);
    if (count > 0 && areas === 0) drawing.flatDepartment(above.shift() ?? top, profile, list);
    if (areas === 0) continue;
    const grouped = split(split(list, areas, grouping), count, grouping);
    grouped.forEach((own, index) => drawing.department(above.shift() ?? top, profile, own, index === 0));
  }
  return drawing.units;
}
