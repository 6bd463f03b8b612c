import type { PrimeField } from './prime-field.ts';
import { remainder, wholeRow } from './prime-field.ts';
import type { Structure } from './structure.ts';

/** A row that brought something new: 1 at its pivot, 0 at every earlier pivot. */
interface EchelonRow {
  readonly pivot: number;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  /** How it came about: scale times (the published row less multiples of earlier echelon rows). */
  readonly source: number;
  readonly scale: number;
  readonly taken: readonly { readonly row: number; readonly multiple: number }[];
}

/** The published rows of a structure in echelon form modulo a prime. */
export interface Echelon {
  readonly field: PrimeField;
  readonly rows: readonly EchelonRow[];
}

/** Eliminates modulo the field's prime, shortest rows first, pivot in the column that the fewest rows use. */
export function echelonOf(structure: Structure, field: PrimeField): Echelon {
  const width = structure.columnClass.length;
  const uses = new Int32Array(width);
  for (const row of structure.rows) for (const column of row.columns) uses[column] = (uses[column] ?? 0) + 1;
  const order = structure.rows.map((_, i) => i);
  order.sort((a, b) => (structure.rows[a]?.columns.length ?? 0) - (structure.rows[b]?.columns.length ?? 0) || a - b);
  const rows: EchelonRow[] = [];
  const work = new Float64Array(width);
  for (const source of order) {
    load(structure, source, field, work);
    const taken = reduce(work, rows, field);
    const row = finish(work, uses, source, taken, field);
    if (row) rows.push(row);
  }
  return { field, rows };
}

function load(structure: Structure, source: number, field: PrimeField, work: Float64Array): void {
  work.fill(0);
  const row = structure.rows[source];
  if (!row) return;
  wholeRow(row).forEach((value, i) => (work[row.columns[i] ?? 0] = remainder(value, field.prime)));
}

function reduce(work: Float64Array, rows: readonly EchelonRow[], field: PrimeField): EchelonRow['taken'] {
  const taken: { row: number; multiple: number }[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const multiple = row ? (work[row.pivot] ?? 0) : 0;
    if (!row || multiple === 0) continue;
    taken.push({ row: i, multiple });
    for (let j = 0; j < row.columns.length; j++) {
      const column = row.columns[j] ?? 0;
      work[column] = field.minus(work[column] ?? 0, field.times(multiple, row.values[j] ?? 0));
    }
  }
  return taken;
}

function finish(
  work: Float64Array,
  uses: Int32Array,
  source: number,
  taken: EchelonRow['taken'],
  field: PrimeField,
): EchelonRow | null {
  const columns: number[] = [];
  let pivot = -1;
  for (let column = 0; column < work.length; column++) {
    if (work[column] === 0) continue;
    columns.push(column);
    if (pivot < 0 || (uses[column] ?? 0) < (uses[pivot] ?? 0)) pivot = column;
  }
  if (pivot < 0) return null;
  const scale = field.inverse(work[pivot] ?? 1);
  const values = Float64Array.from(columns, (column) => field.times(work[column] ?? 0, scale));
  return { pivot, columns: Int32Array.from(columns), values, source, scale, taken };
}

/**
 * Random vectors, one per column, that every published row cancels: dependence among them shows what a set of columns betrays.
 *
 * They are a random projection of the null space to `dimensions`; sets of at most that many columns keep their dependences.
 */
export function nullVectors(echelon: Echelon, width: number, dimensions: number, random: () => number): Float64Array {
  const { field, rows } = echelon;
  const vectors = new Float64Array(width * dimensions);
  for (let i = 0; i < vectors.length; i++) vectors[i] = Math.floor(random() * field.prime);
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (!row) continue;
    const at = row.pivot * dimensions;
    vectors.fill(0, at, at + dimensions);
    row.columns.forEach((column, j) => {
      if (column === row.pivot) return;
      const value = row.values[j] ?? 0;
      for (let d = 0; d < dimensions; d++) {
        vectors[at + d] = field.minus(vectors[at + d] ?? 0, field.times(value, vectors[column * dimensions + d] ?? 0));
      }
    });
  }
  return vectors;
}

/** The multiples of published rows that add up to a vector known to lie in their span, modulo the prime. */
export function combinationOf(echelon: Echelon, vector: ReadonlyMap<number, number>): Map<number, number> {
  const { field, rows } = echelon;
  const rest = new Map(vector);
  const multiples = rows.map((row) => {
    const multiple = rest.get(row.pivot) ?? 0;
    if (multiple === 0) return 0;
    row.columns.forEach((column, j) =>
      rest.set(column, field.minus(rest.get(column) ?? 0, field.times(multiple, row.values[j] ?? 0))),
    );
    return multiple;
  });
  const combination = new Map<number, number>();
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    const multiple = multiples[i] ?? 0;
    if (!row || multiple === 0) continue;
    const scaled = field.times(multiple, row.scale);
    combination.set(row.source, scaled);
    for (const step of row.taken) multiples[step.row] = field.minus(multiples[step.row] ?? 0, field.times(scaled, step.multiple));
  }
  return combination;
}
