import type { OfferedUnits, UnitChoice } from './schema.ts';

type Placed = { id: string; name: string; parentId: string | null; depth: number };

/** More than these are no list to look through. */
export const LONGEST_LIST = 60;
export const MOST_FOUND = 20;

/** What a form offers of all `units`, in the order of the tree: those that may be chosen, as a list or as far as they were searched for. */
export function offerUnits(
  units: readonly Placed[],
  may: (unitId: string) => boolean,
  { chosen, search }: { chosen: readonly string[]; search: string },
): OfferedUnits {
  const open = units.filter((unit) => may(unit.id));
  if (open.length <= LONGEST_LIST) return { kind: 'list', units: open.map(({ id, name, depth }) => ({ id, name, depth })) };
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const choice = ({ id, name, parentId }: Placed): UnitChoice => ({ id, name, path: pathOf(parentId, byId).join(' › ') });
  const hits = found(open, search, byId).filter((unit) => !chosen.includes(unit.id));
  return {
    kind: 'search',
    search,
    chosen: open.filter((unit) => chosen.includes(unit.id)).map(choice),
    found: hits.slice(0, MOST_FOUND).map(choice),
    more: Math.max(0, hits.length - MOST_FOUND),
  };
}

/** Units with every word in their name or the names above them, and at least one in their own; those that begin so come first. */
function found(units: readonly Placed[], search: string, byId: ReadonlyMap<string, Placed>): Placed[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const first = (unit: Placed) => (plain(unit.name).startsWith(wanted.join(' ')) ? 0 : 1);
  return units
    .filter((unit) => {
      const own = plain(unit.name);
      if (!wanted.some((word) => own.includes(word))) return false;
      const whole = [...pathOf(unit.parentId, byId).map(plain), own].join(' ');
      return wanted.every((word) => whole.includes(word));
    })
    .toSorted((a, b) => first(a) - first(b));
}

function pathOf(unitId: string | null, byId: ReadonlyMap<string, Placed>): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = byId.get(unitId ?? ''); at !== undefined && !seen.has(at.id); at = byId.get(at.parentId ?? '')) {
    seen.add(at.id);
    names.unshift(at.name);
  }
  return names;
}

const plain = (text: string): string => text.toLocaleLowerCase('da').trim();
