import type { Change, OrganisationPlan, StandingOrganisation } from '../../schema.ts';
import type { OrganisationWrites } from '../rules.ts';

type Writes = Pick<OrganisationWrites, 'newUnits' | 'changedUnits' | 'endedUnits'>;
type Standing = StandingOrganisation['units'][number];

/** The tree of units as the file says it, against the one that stands. A code that has ended and comes back is the same unit again. */
export function compareUnits(
  plan: OrganisationPlan,
  standing: StandingOrganisation,
  makeId: () => string,
): { changes: Change[]; unchanged: number; writes: Writes; idOf: Map<string, string> } {
  const known = new Map(standing.units.map((unit) => [unit.code, unit]));
  const codeOf = new Map(standing.units.map((unit) => [unit.id, unit.code]));
  const idOf = new Map(plan.units.map((unit) => [unit.code, known.get(unit.code)?.id ?? makeId()]));
  const writes: Writes = { newUnits: [], changedUnits: [], endedUnits: [] };
  const changes: Change[] = [];
  let unchanged = 0;
  for (const unit of plan.units) {
    const id = idOf.get(unit.code) ?? '';
    const parentId = unit.parentCode === null ? null : (idOf.get(unit.parentCode) ?? null);
    const before = known.get(unit.code);
    const details = before === undefined ? [] : differences(unit, before, codeOf);
    if (before === undefined) {
      writes.newUnits.push({ id, code: unit.code, name: unit.name, parentId });
      changes.push({
        kind: 'unit',
        change: 'new',
        key: unit.code,
        name: unit.name,
        details: [{ field: 'parent', before: '', after: unit.parentCode ?? '' }],
      });
    } else if (details.length > 0) {
      writes.changedUnits.push({ id, name: unit.name, parentId });
      changes.push({ kind: 'unit', change: before.ended ? 'new' : 'changed', key: unit.code, name: unit.name, details });
    } else unchanged++;
  }
  const named = new Set(plan.units.map((unit) => unit.code));
  for (const unit of standing.units) {
    if (unit.ended || named.has(unit.code)) continue;
    writes.endedUnits.push(unit.id);
    changes.push({ kind: 'unit', change: 'ended', key: unit.code, name: unit.name, details: [] });
  }
  return { changes, unchanged, writes, idOf };
}

function differences(unit: OrganisationPlan['units'][number], before: Standing, codeOf: Map<string, string>): Change['details'] {
  const details: Change['details'] = [];
  const parentBefore = before.parentId === null ? '' : (codeOf.get(before.parentId) ?? '');
  if (before.ended) details.push({ field: 'again', before: '', after: '' });
  if (before.name !== unit.name) details.push({ field: 'name', before: before.name, after: unit.name });
  if (parentBefore !== (unit.parentCode ?? ''))
    details.push({ field: 'parent', before: parentBefore, after: unit.parentCode ?? '' });
  return details;
}
