import type { Change, OrganisationPlan, StandingOrganisation } from '../../schema.ts';
import type { OrganisationWrites } from '../rules.ts';

/** Names of leadership levels that the file gives and that are not called so today. Levels the file does not name stay. */
export function compareLevels(
  plan: OrganisationPlan,
  standing: StandingOrganisation,
): { changes: Change[]; unchanged: number; writes: Pick<OrganisationWrites, 'levels'> } {
  const known = new Map(standing.levels.map((level) => [level.position, level.name]));
  const changed = plan.levels.filter((level) => known.get(level.position) !== level.name);
  const changes = changed.map(({ position, name }): Change => {
    const before = known.get(position);
    return {
      kind: 'level',
      change: before === undefined ? 'new' : 'changed',
      key: String(position),
      name,
      details: [{ field: 'name', before: before ?? '', after: name }],
    };
  });
  return { changes, unchanged: plan.levels.length - changed.length, writes: { levels: changed } };
}

type Writes = Pick<OrganisationWrites, 'newLeaderships' | 'removedLeaderships'>;
type Place = { unitId: string; employmentId: string; level: number };

/** Who leads which unit, as the file says it against what stands. A change of leader is one removed and one new. */
export function compareLeaders(
  plan: OrganisationPlan,
  standing: StandingOrganisation,
  unitIdOf: Map<string, string>,
  employmentIdOf: Map<string, string>,
): { changes: Change[]; unchanged: number; writes: Writes } {
  const nameOf = namesOf(plan, standing, employmentIdOf);
  const codeOf = new Map([
    ...standing.units.map((unit) => [unit.id, unit.code] as const),
    ...[...unitIdOf].map(([code, id]) => [id, code] as const),
  ]);
  const before = new Map(standing.leaderships.map((place) => [keyOf(place), place]));
  const writes: Writes = { newLeaderships: [], removedLeaderships: [] };
  const changes: Change[] = [];
  const told = (change: Change['change'], place: Place, from: string, to: string): void => {
    changes.push({
      kind: 'leadership',
      change,
      key: codeOf.get(place.unitId) ?? '',
      name: nameOf.get(place.employmentId) ?? '',
      details: [{ field: 'level', before: from, after: to }],
    });
  };
  let unchanged = 0;
  const kept = new Set<string>();
  for (const { unitCode, number, level } of plan.leaderships) {
    const place = { unitId: unitIdOf.get(unitCode) ?? '', employmentId: employmentIdOf.get(number) ?? '', level };
    const known = before.get(keyOf(place));
    kept.add(keyOf(place));
    if (known?.level === level) {
      unchanged++;
      continue;
    }
    if (known !== undefined) writes.removedLeaderships.push(known);
    writes.newLeaderships.push(place);
    told(known === undefined ? 'new' : 'changed', place, known === undefined ? '' : String(known.level), String(level));
  }
  for (const [key, place] of before) {
    if (kept.has(key)) continue;
    writes.removedLeaderships.push(place);
    told('ended', place, String(place.level), '');
  }
  return { changes, unchanged, writes };
}

function keyOf(place: { unitId: string; employmentId: string }): string {
  return `${place.unitId} ${place.employmentId}`;
}

function namesOf(
  plan: OrganisationPlan,
  standing: StandingOrganisation,
  employmentIdOf: Map<string, string>,
): Map<string, string> {
  const persons = new Map(standing.persons.map((person) => [person.id, person.name]));
  const names = new Map(standing.employments.map((employment) => [employment.id, persons.get(employment.personId) ?? '']));
  for (const person of plan.persons)
    for (const number of person.numbers) {
      const id = employmentIdOf.get(number);
      if (id !== undefined) names.set(id, person.name);
    }
  return names;
}
