/** A unit that a framework can be said to concern; `depth` counts from the top of the tree. */
export type UnitChoice = { id: string; name: string; depth: number };

type Unit = { id: string; name: string; parentId: string | null };
const MOST = 80;

/**
 * The units of an organisation from the top, as deep as a person can look over in one list, and those that are chosen already wherever
 * they are. Each stands below its parent.
 */
export function unitsToChoose(units: readonly Unit[], chosen: readonly { id: string; name: string }[]): UnitChoice[] {
  const known = new Set(units.map((unit) => unit.id));
  const children = Map.groupBy(units, (unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : ''));
  const all: UnitChoice[] = [];
  const walk = (parent: string, depth: number): void => {
    for (const { id, name } of children.get(parent) ?? []) {
      all.push({ id, name, depth });
      walk(id, depth + 1);
    }
  };
  walk('', 0);
  const deepest = [3, 2, 1, 0].find((depth) => all.filter((unit) => unit.depth <= depth).length <= MOST) ?? 0;
  const wanted = new Set(chosen.map((unit) => unit.id));
  const shown = all.filter((unit) => unit.depth <= deepest || wanted.has(unit.id));
  const closed = chosen.filter((unit) => !known.has(unit.id)).map((unit) => ({ ...unit, depth: 0 }));
  return [...shown, ...closed];
}
