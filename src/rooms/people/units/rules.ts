type Placed = { id: string; parentId: string | null };
export type Branch<T> = T & { children: Branch<T>[]; hidden: number };

/** The units below a parent (null: the tops) as a tree, down to a depth. `hidden` counts the units below that are not shown. */
export function branches<T extends Placed>(units: T[], parentId: string | null, depth: number): Branch<T>[] {
  const known = new Set(units.map((unit) => unit.id));
  const byParent = Map.groupBy(units, (unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null));
  const grow = (parent: string | null, left: number): Branch<T>[] =>
    (byParent.get(parent) ?? []).map((unit) => {
      const below = byParent.get(unit.id)?.length ?? 0;
      return left > 0 ? { ...unit, children: grow(unit.id, left - 1), hidden: 0 } : { ...unit, children: [], hidden: below };
    });
  return grow(parentId, depth);
}

/** The units above one, outermost first. */
export function above<T extends Placed>(units: T[], id: string): T[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path: T[] = [];
  for (let at = byId.get(byId.get(id)?.parentId ?? ''); at !== undefined && !path.includes(at); at = byId.get(at.parentId ?? ''))
    path.unshift(at);
  return path;
}
