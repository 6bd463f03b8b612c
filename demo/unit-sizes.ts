import type { Random } from './random.ts';
import type { Sector, SectorProfile } from './sectors.ts';
import { sectors } from './sectors.ts';
import { settledUnits, type BottomUnit } from './settled-units.ts';

const spanSigma = 0.55;
const smallestSpan = 3;
const meanAreaSize = 6.5;
const areasPerDepartment = 8;

/** How many areas (leaders of leaders) a sector with so many units has; none up to six units, except around the cast. */
export function areasFor(sector: Sector, units: number): number {
  if (units <= 6) return sector === 'health' ? 1 : 0;
  return Math.max(2, Math.round(units / meanAreaSize));
}

/** How many departments a sector with so many units has. */
export function departmentsFor(sector: Sector, units: number): number {
  return units === 0 ? 0 : Math.max(1, Math.ceil(areasFor(sector, units) / areasPerDepartment));
}

/** People in all: members, their leaders and every leader above. */
function headcount(units: readonly BottomUnit[]): number {
  let people = 1;
  let departments = 0;
  for (const { sector } of sectors) {
    const own = units.filter((unit) => unit.sector === sector);
    people += own.reduce((sum, unit) => sum + unit.members + 1, 0) + areasFor(sector, own.length);
    departments += departmentsFor(sector, own.length);
  }
  return people + departments + (departments > 10 ? Math.ceil(departments / 8) : 0);
}

function drawSector(random: Random): SectorProfile {
  let left = random.uniform();
  const found = sectors.find((profile) => (left -= profile.share) < 0) ?? sectors.at(-1);
  if (found === undefined) throw new RangeError('There are no sectors.');
  return found;
}

function drawUnit(random: Random): BottomUnit {
  const { sector, meanSpan } = drawSector(random);
  return { sector, members: Math.max(smallestSpan, Math.round(random.logNormal(meanSpan, spanSigma))) };
}

/** Gives missing people out one by one to drawn units. */
function topUp(units: readonly BottomUnit[], missing: number, random: Random): BottomUnit[] {
  const sizes = units.map((unit) => unit.members);
  for (let given = 0; given < missing; given += 1) {
    const at = random.whole(settledUnits.length, units.length - 1);
    sizes[at] = (sizes[at] ?? 0) + 1;
  }
  return units.map((unit, index) => ({ ...unit, members: sizes[index] ?? unit.members }));
}

/**
 * Units at the foot of the tree, the settled ones first, whose people and leaders at all levels add up to `employees`.
 * Spans are log-normal by sector. Throws a RangeError under 200 employees.
 */
export function drawBottomUnits(employees: number, random: Random): BottomUnit[] {
  if (!Number.isInteger(employees) || employees < 200) throw new RangeError('Fjordby has at least 200 employees.');
  const units = [...settledUnits];
  // A rough step first: counting anew after every unit is slow for large organisations.
  let rough = headcount(units);
  while (rough < employees * 0.9) {
    const unit = drawUnit(random);
    units.push(unit);
    rough += (unit.members + 1) * 1.01;
  }
  while (headcount(units) < employees) units.push(drawUnit(random));
  while (headcount(units) > employees) {
    const last = units.pop();
    const surplus = headcount(units) + (last?.members ?? 0) + 1 - employees;
    if (last !== undefined && last.members - surplus >= smallestSpan) {
      const shrunk = { ...last, members: last.members - surplus };
      if (headcount([...units, shrunk]) === employees) return [...units, shrunk];
    }
  }
  return topUp(units, employees - headcount(units), random);
}
