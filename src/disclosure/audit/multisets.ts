import { peopleIn, valueOf } from './equation.ts';
import type { PublishedCell, PublishedSystem } from './published.ts';

/** Figures about one item in one small group that together leave few sets of answers. */
export interface MultisetWarning {
  readonly kind: 'few answer sets';
  readonly cells: readonly string[];
  readonly atoms: readonly string[];
  readonly n: number;
  readonly measure: string;
  /** How many sets of answers give these figures; 1 tells every answer. */
  readonly possibilities: number;
  /** For each option, lowest first, how many answers are certain. */
  readonly certain: readonly number[];
}

interface Figures {
  readonly measure: string;
  readonly atoms: readonly string[];
  readonly n: number;
  readonly cells: PublishedCell[];
}

/** From this many answers the whole distribution may be shown, and there is nothing left to warn of. */
const OPEN_FROM = 20;

/**
 * Counts, for groups below 20 with more than a mean about an item, the sets of answers that fit everything published.
 *
 * A mean beside a standard deviation is always told of, other combinations when only one set of answers fits.
 */
export function multisetWarnings(system: PublishedSystem): MultisetWarning[] {
  const [lowest, highest] = system.scale ?? [1, 5];
  return figuresOf(system, lowest, highest).flatMap((figures) => {
    const fitting = fittingCounts(figures, system, lowest, highest);
    const first = fitting[0];
    const spread = figures.cells.some((cell) => cell.sd !== undefined);
    if (!first || (!spread && fitting.length > 1)) return [];
    const certain = first.map((_, option) => Math.min(...fitting.map((counts) => counts[option] ?? 0)));
    const { measure, atoms, n, cells } = figures;
    return [
      {
        kind: 'few answer sets' as const,
        cells: cells.map((cell) => cell.id),
        atoms,
        n,
        measure,
        possibilities: fitting.length,
        certain,
      },
    ];
  });
}

function figuresOf(system: PublishedSystem, lowest: number, highest: number): Figures[] {
  const groups = new Map<string, Figures>();
  for (const cell of system.cells) {
    if (cell.measure === undefined || !cell.atoms || Object.hasOwn(system.measures ?? {}, cell.measure)) continue;
    const option = optionOf(cell.measure);
    if (option !== null && (option < lowest || option > highest)) continue;
    if (option === null && cell.kind === 'count') continue;
    const measure = option === null ? cell.measure : cell.measure.slice(0, cell.measure.lastIndexOf('='));
    const atoms = [...new Set(cell.atoms)].sort();
    const key = JSON.stringify([measure, atoms]);
    const n = atoms.reduce((sum, atom) => sum + peopleIn(system, atom, cell.id), 0);
    if (n === 0 || n >= OPEN_FROM || highest - lowest > 6) continue;
    const known = groups.get(key);
    if (known) known.cells.push(cell);
    else groups.set(key, { measure, atoms, n, cells: [cell] });
  }
  return [...groups.values()].filter(
    ({ cells }) => cells.some((cell) => cell.sd !== undefined) || cells.some((cell) => optionOf(cell.measure ?? '') !== null),
  );
}

const optionOf = (measure: string): number | null => {
  const match = /=(-?\d+)$/.exec(measure);
  return match ? Number(match[1]) : null;
};

function fittingCounts(figures: Figures, system: PublishedSystem, lowest: number, highest: number): number[][] {
  const tests = figures.cells.map((cell) => fits(cell, system, figures.n, lowest));
  const fitting: number[][] = [];
  const fill = (counts: number[], left: number): void => {
    if (counts.length === highest - lowest) {
      const whole = [...counts, left];
      if (tests.every((test) => test(whole))) fitting.push(whole);
      return;
    }
    for (let count = 0; count <= left; count++) fill([...counts, count], left - count);
  };
  fill([], figures.n);
  return fitting;
}

function fits(cell: PublishedCell, system: PublishedSystem, n: number, lowest: number): (counts: readonly number[]) => boolean {
  const { value, error } = valueOf(cell, system);
  const option = optionOf(cell.measure ?? '');
  const near = (actual: number, wanted: number, room: number): boolean => Math.abs(actual - wanted) <= room + 1e-9;
  return (counts) => {
    if (option !== null) return value === null || near(counts[option - lowest] ?? 0, value, error);
    const sum = counts.reduce((total, count, i) => total + count * (lowest + i), 0);
    if (value !== null && !near(sum, value, error)) return false;
    if (cell.sd === undefined) return true;
    const squares = counts.reduce((total, count, i) => total + count * (lowest + i - sum / n) ** 2, 0);
    return n > 1 && near(Math.sqrt(squares / (n - 1)), cell.sd, 0.5 * 10 ** -(cell.sdDecimals ?? cell.decimals ?? 2));
  };
}
