import type { Element } from '../draft/schema.ts';
import type { Level } from '../schema.ts';
import type { LevelRow } from './schema.ts';

export type LevelProblem = { problem: 'used'; name: string; elements: number } | { problem: 'twice'; name: string };
export type Arranged = { names: string[]; moved: ReadonlyMap<number, number> };

/**
 * The levels as a form gives them: sorted by the wished place (the one that stood first wins a tie), rows without a name left out.
 * A level that elements belong to cannot be left out, and two levels cannot have one name.
 */
export function arrangeLevels(
  before: readonly Level[],
  rows: readonly LevelRow[],
  elements: readonly Element[],
): Arranged | LevelProblem {
  const kept = rows.filter((row) => row.name !== '').toSorted((a, b) => a.place - b.place);
  const twice = kept.find((row, index) => kept.findIndex((other) => other.name === row.name) !== index);
  if (twice !== undefined) return { problem: 'twice', name: twice.name };
  for (const level of before) {
    const used = elements.filter((element) => element.level === level.position).length;
    if (used > 0 && !kept.some((row) => row.from === level.position))
      return { problem: 'used', name: level.name, elements: used };
  }
  const moved = new Map(kept.flatMap((row, index): [number, number][] => (row.from === null ? [] : [[row.from, index + 1]])));
  return { names: kept.map((row) => row.name), moved };
}

/** The elements with the numbers that their levels have now. Only those whose number changed count as touched. */
export function followLevels(elements: readonly Element[], moved: ReadonlyMap<number, number>, revision: number): Element[] {
  return elements.map((element) => {
    const level = element.level === null ? null : (moved.get(element.level) ?? null);
    return level === element.level ? element : { ...element, level, revision };
  });
}
