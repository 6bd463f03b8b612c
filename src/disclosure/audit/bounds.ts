import { toNumber } from './fraction.ts';
import type { PublishedSystem } from './published.ts';
import type { Block, Row } from './structure.ts';

/** A group whose sum the published numbers press against the end of the scale, or into narrow bounds though it is below k. */
export interface EndWarning {
  readonly kind: 'unanimous' | 'near end' | 'narrow';
  readonly atoms: readonly string[];
  readonly n: number;
  readonly measure: string;
  /** The bounds of the sum of the group's answers. */
  readonly low: number;
  readonly high: number;
}

/** Bounds narrower than this share of what the scale allows are told of. */
const NARROW = 0.25;

/**
 * What the published numbers force on single groups, by passing bounds back and forth between equations until they rest.
 *
 * Unanimous: everybody chose the same end. Near end: nobody can be more than one step from the end. Narrow: a group below k
 * whose sum is known within a quarter of its range. Interval propagation finds no more than linear programming would, often less.
 */
export function endWarnings(block: Block, system: PublishedSystem): EndWarning[] {
  const ranges = block.structure.columnClass.map((one, column) => {
    const isCount = isCounted(block.measures[block.structure.columnMeasure[column] ?? -1] ?? '', system);
    const [lowest, highest] = isCount ? [0, 1] : (system.scale ?? [1, 5]);
    const n = block.structure.classSizes[one] ?? 0;
    return { isCount, n, lowest: n * lowest, highest: n * highest, low: n * lowest, high: n * highest };
  });
  propagate(block, ranges);
  return ranges.flatMap((range, column) => {
    const kind = kindOf(range, system.k);
    if (!kind) return [];
    const atoms = block.classAtoms[block.structure.columnClass[column] ?? -1] ?? [];
    const measure = block.measures[block.structure.columnMeasure[column] ?? -1] ?? '';
    return [{ kind, atoms, n: range.n, measure, low: range.low, high: range.high }];
  });
}

interface Range {
  readonly isCount: boolean;
  readonly n: number;
  readonly lowest: number;
  readonly highest: number;
  low: number;
  high: number;
}

function kindOf(range: Range, k: number): EndWarning['kind'] | null {
  const slack = 1e-6;
  const allLow = range.high <= range.lowest + slack;
  const allHigh = range.low >= range.highest - slack;
  // That nobody chose an option is no news about anybody; that all did is.
  if (range.isCount) return allHigh ? 'unanimous' : null;
  if (allLow || allHigh) return 'unanimous';
  if (range.high <= range.lowest + 1 + slack || range.low >= range.highest - 1 - slack) return 'near end';
  const isNarrow = range.high - range.low <= NARROW * (range.highest - range.lowest) + slack;
  return isNarrow && range.n < k ? 'narrow' : null;
}

function propagate(block: Block, ranges: Range[]): void {
  const rows = block.structure.rows.flatMap((row, i) => {
    const equation = block.equations[i];
    if (!equation || equation.value === null || equation.known.length > 0) return [];
    return [{ row, factors: row.coefficients.map(toNumber), value: equation.value, error: equation.error }];
  });
  for (let round = 0; round < 10; round++) {
    const changes = rows.map(({ row, factors, value, error }) => tighten(row, factors, value - error, value + error, ranges));
    if (!changes.includes(true)) return;
  }
}

function tighten(row: Row, factors: readonly number[], least: number, most: number, ranges: Range[]): boolean {
  const ends = row.columns.map((column, i) => {
    const range = ranges[column];
    const factor = factors[i] ?? 0;
    const [one, other] = [factor * (range?.low ?? 0), factor * (range?.high ?? 0)];
    return { range, factor, low: Math.min(one, other), high: Math.max(one, other) };
  });
  const low = ends.reduce((sum, end) => sum + end.low, 0);
  const high = ends.reduce((sum, end) => sum + end.high, 0);
  let changed = false;
  for (const { range, factor, low: ownLow, high: ownHigh } of ends) {
    if (!range) continue;
    const [one, other] = [(least - (high - ownHigh)) / factor, (most - (low - ownLow)) / factor];
    changed = narrow(range, Math.min(one, other), Math.max(one, other)) || changed;
  }
  return changed;
}

/** Takes new bounds where they are tighter; contradicting ones (a broken export) must not turn the range inside out. */
function narrow(range: Range, low: number, high: number): boolean {
  const raise = low > range.low + 1e-9 && low <= range.high + 1e-9;
  if (raise) range.low = low;
  const lower = high < range.high - 1e-9 && high >= range.low - 1e-9;
  if (lower) range.high = high;
  return raise || lower;
}

function isCounted(measure: string, system: PublishedSystem): boolean {
  return /=-?\d+$/.test(measure) || system.cells.some((cell) => cell.measure === measure && cell.kind === 'count');
}
