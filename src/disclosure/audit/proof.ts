import { fraction, greatestShared, isZero, minus, one, over, plus, times, zero } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { Row, Structure } from './structure.ts';

/** An equation about few people, proved: multiples of published rows, and the columns they leave, all as exact fractions. */
export interface Derivation {
  readonly recipe: ReadonlyMap<number, Fraction>;
  readonly columns: ReadonlyMap<number, Fraction>;
}

/**
 * Proves in exact arithmetic that the given rows can be combined to leave nothing outside the given classes, and how.
 *
 * `guess` holds multiples modulo the prime; they are first read as simple fractions and checked, else the combination is worked
 * out anew by rational elimination. Null when no such combination exists: then the prime had deceived the search.
 */
export function proveDerivation(
  structure: Structure,
  guess: ReadonlyMap<number, number>,
  allowed: ReadonlySet<number>,
  prime: number,
): Derivation | null {
  const simple = readGuess(structure, guess, prime);
  const proved = (simple && check(structure, simple, allowed)) ?? null;
  if (proved) return proved;
  const worked = eliminate(structure, [...guess.keys()], allowed);
  return worked && check(structure, worked, allowed);
}

/** The derivation with whole coefficients that share no divisor, the first of them positive. */
export function inWholeNumbers(derivation: Derivation): Derivation {
  const values = [...derivation.columns.values()];
  const bottom = values.reduce((lcm, { bottom: next }) => (lcm / greatestShared(lcm, next)) * next, 1n);
  const shared = values.reduce((gcd, { top, bottom: own }) => greatestShared(gcd, (top < 0n ? -top : top) * (bottom / own)), 0n);
  const first = [...derivation.columns].sort((a, b) => a[0] - b[0])[0];
  const scale = fraction((first?.[1].top ?? 1n) < 0n ? -bottom : bottom, shared);
  const scaled = (map: ReadonlyMap<number, Fraction>): Map<number, Fraction> =>
    new Map([...map].map(([at, value]) => [at, times(value, scale)]));
  return { recipe: scaled(derivation.recipe), columns: scaled(derivation.columns) };
}

function check(structure: Structure, recipe: ReadonlyMap<number, Fraction>, allowed: ReadonlySet<number>): Derivation | null {
  const columns = new Map<number, Fraction>();
  for (const [at, multiple] of recipe) {
    const row = structure.rows[at];
    row?.columns.forEach((column, i) => {
      columns.set(column, plus(columns.get(column) ?? zero, times(multiple, row.coefficients[i] ?? zero)));
    });
  }
  for (const [column, value] of columns) {
    if (isZero(value)) columns.delete(column);
    else if (!allowed.has(structure.columnClass[column] ?? -1)) return null;
  }
  return columns.size === 0 ? null : { recipe, columns };
}

function readGuess(structure: Structure, guess: ReadonlyMap<number, number>, prime: number): Map<number, Fraction> | null {
  const recipe = new Map<number, Fraction>();
  for (const [row, multiple] of guess) {
    const simple = smallFraction(multiple, prime);
    if (!simple) return null;
    recipe.set(row, times(simple, wholeFactor(structure.rows[row])));
  }
  return recipe;
}

/** What a row must be multiplied by to become the whole row the prime saw. */
function wholeFactor(row: Row | undefined): Fraction {
  const coefficients = row?.coefficients ?? [];
  const bottom = coefficients.reduce((lcm, { bottom: next }) => (lcm / greatestShared(lcm, next)) * next, 1n);
  const shared = coefficients.reduce(
    (gcd, { top, bottom: own }) => greatestShared(gcd, (top < 0n ? -top : top) * (bottom / own)),
    0n,
  );
  return fraction(bottom, shared);
}

/** The fraction with small top and bottom that leaves this remainder, by the extended Euclidean algorithm. */
function smallFraction(rest: number, prime: number): Fraction | null {
  const bound = Math.floor(Math.sqrt(prime / 2));
  let [top, nextTop] = [prime, rest];
  let [bottom, nextBottom] = [0, 1];
  while (nextTop > bound) {
    const whole = Math.floor(top / nextTop);
    [top, nextTop] = [nextTop, top - whole * nextTop];
    [bottom, nextBottom] = [nextBottom, bottom - whole * nextBottom];
  }
  return Math.abs(nextBottom) > bound || nextBottom === 0 ? null : fraction(BigInt(nextTop), BigInt(nextBottom));
}

interface Half {
  /** What is left of the row outside the allowed classes, by column. */
  readonly outside: Map<number, Fraction>;
  readonly recipe: Map<number, Fraction>;
}

/** A combination of the rows that cancels outside the allowed classes; null when there is none but the empty one. */
function eliminate(structure: Structure, rows: readonly number[], allowed: ReadonlySet<number>): Map<number, Fraction> | null {
  const pivots = new Map<number, Half>();
  for (const at of rows) {
    const row = structure.rows[at];
    if (!row) continue;
    const half: Half = { outside: new Map(), recipe: new Map([[at, one]]) };
    row.columns.forEach((column, i) => {
      if (!allowed.has(structure.columnClass[column] ?? -1)) half.outside.set(column, row.coefficients[i] ?? zero);
    });
    for (;;) {
      const column = [...half.outside.keys()].find((at) => pivots.has(at));
      const pivot = column === undefined ? undefined : pivots.get(column);
      if (column === undefined || !pivot) break;
      clear(half, column, pivot);
    }
    const [free] = half.outside.keys();
    if (free === undefined) return half.recipe;
    // Earlier rows must not use the new pivot, else the loop above could go in circles.
    for (const earlier of pivots.values()) clear(earlier, free, half);
    pivots.set(free, half);
  }
  return null;
}

/** Takes as much of the pivot's row from another as leaves nothing in the column. */
function clear(half: Half, column: number, pivot: Half): void {
  const used = half.outside.get(column);
  if (!used) return;
  const multiple = over(used, pivot.outside.get(column) ?? one);
  subtract(half.outside, pivot.outside, multiple);
  subtract(half.recipe, pivot.recipe, multiple);
}

function subtract(from: Map<number, Fraction>, what: ReadonlyMap<number, Fraction>, multiple: Fraction): void {
  for (const [at, value] of what) {
    const next = minus(from.get(at) ?? zero, times(multiple, value));
    if (isZero(next)) from.delete(at);
    else from.set(at, next);
  }
}
