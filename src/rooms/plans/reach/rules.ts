type Placed = { id: string; parentId: string | null };

/** These units and all that lie below them. A unit that is not among those given is not there. */
export function withUnitsBelow(units: readonly Placed[], ids: readonly string[]): Set<string> {
  const children = Map.groupBy(units, (unit) => unit.parentId);
  const known = new Set(units.map((unit) => unit.id));
  const reached = new Set<string>();
  const waiting = ids.filter((id) => known.has(id));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(children.get(id) ?? []).map((unit) => unit.id));
  }
  return reached;
}

/** Units with their depth, parents before children, in the order given among siblings. */
export function inTreeOrder<T extends Placed>(units: readonly T[]): (T & { depth: number })[] {
  const known = new Set(units.map((unit) => unit.id));
  const children = Map.groupBy(units, (unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null));
  const ordered: (T & { depth: number })[] = [];
  const waiting = (children.get(null) ?? []).map((unit) => ({ ...unit, depth: 0 })).toReversed();
  for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
    const depth = unit.depth + 1;
    ordered.push(unit);
    waiting.push(...(children.get(unit.id) ?? []).map((child) => ({ ...child, depth })).toReversed());
  }
  return ordered;
}
