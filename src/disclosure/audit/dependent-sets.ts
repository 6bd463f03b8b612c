import type { PrimeField } from './prime-field.ts';
import type { Structure } from './structure.ts';

/** A vanishing combination of null vectors: its columns and their multiples, modulo the prime. */
export type Dependence = ReadonlyMap<number, number>;

export interface DependenceSearch {
  readonly found: readonly Dependence[];
  /** False when the number of sets to try ran out. */
  readonly complete: boolean;
}

interface Candidate {
  readonly size: number;
  readonly columns: readonly number[];
}

/**
 * Tries every set of classes with fewer than `limit` people and returns the dependences among their columns.
 *
 * Depth first; a set is grown only while its columns are independent, so each minimal dependent set is met.
 */
export function dependentSets(
  structure: Structure,
  vectors: Float64Array,
  dimensions: number,
  field: PrimeField,
  limit: number,
  maximumSets: number,
): DependenceSearch {
  const candidates = candidatesOf(structure, limit);
  const basis = new Basis(vectors, dimensions, field);
  const found: Dependence[] = [];
  let tried = 0;
  const grow = (from: number, people: number): boolean => {
    for (let i = from; i < candidates.length; i++) {
      const candidate = candidates[i];
      if (!candidate || people + candidate.size >= limit) return true;
      if (++tried > maximumSets) return false;
      const height = basis.height;
      const dependences = candidate.columns.flatMap((column) => basis.add(column) ?? []);
      found.push(...dependences);
      const finished = dependences.length > 0 || grow(i + 1, people + candidate.size);
      basis.cutTo(height);
      if (!finished) return false;
    }
    return true;
  };
  return { complete: grow(0, 0), found };
}

/** The most columns that a set of classes with fewer than `limit` people can have; at least 1. */
export function mostColumns(structure: Structure, limit: number): number {
  const candidates = candidatesOf(structure, limit);
  const widest = candidates.reduce((most, candidate) => Math.max(most, candidate.columns.length), 0);
  let people = 0;
  const classes = candidates.filter((candidate) => (people += candidate.size) < limit).length;
  return Math.max(1, widest * classes);
}

function candidatesOf(structure: Structure, limit: number): Candidate[] {
  const columns = structure.classSizes.map((): number[] => []);
  structure.columnClass.forEach((one, column) => columns[one]?.push(column));
  return structure.classSizes
    .map((size, one) => ({ size, columns: columns[one] ?? [] }))
    .filter((candidate) => candidate.size < limit)
    .sort((a, b) => a.size - b.size);
}

/** Independent null vectors, each reduced by those before it, with a note of what was added to get there. */
class Basis {
  readonly #vectors: Float64Array;
  readonly #dimensions: number;
  readonly #field: PrimeField;
  readonly #reduced: { vector: Float64Array; pivot: number; makeup: Map<number, number> }[] = [];

  constructor(vectors: Float64Array, dimensions: number, field: PrimeField) {
    this.#vectors = vectors;
    this.#dimensions = dimensions;
    this.#field = field;
  }

  get height(): number {
    return this.#reduced.length;
  }

  cutTo(height: number): void {
    this.#reduced.length = height;
  }

  /** Adds a column's vector, or returns the dependence that keeps it out. */
  add(column: number): Dependence | null {
    const field = this.#field;
    const vector = this.#vectors.slice(column * this.#dimensions, (column + 1) * this.#dimensions);
    const steps: number[] = [];
    for (const row of this.#reduced) {
      const multiple = vector[row.pivot] ?? 0;
      steps.push(multiple);
      if (multiple === 0) continue;
      for (let d = 0; d < vector.length; d++) vector[d] = field.minus(vector[d] ?? 0, field.times(multiple, row.vector[d] ?? 0));
    }
    const pivot = vector.findIndex((value) => value !== 0);
    const makeup = this.#makeup(column, steps);
    if (pivot < 0) return makeup;
    const scale = field.inverse(vector[pivot] ?? 1);
    for (let d = 0; d < vector.length; d++) vector[d] = field.times(vector[d] ?? 0, scale);
    for (const [part, multiple] of makeup) makeup.set(part, field.times(multiple, scale));
    this.#reduced.push({ vector, pivot, makeup });
    return null;
  }

  #makeup(column: number, steps: readonly number[]): Map<number, number> {
    const makeup = new Map([[column, 1]]);
    steps.forEach((multiple, i) => {
      if (multiple === 0) return;
      for (const [part, share] of this.#reduced[i]?.makeup ?? []) {
        const next = this.#field.minus(makeup.get(part) ?? 0, this.#field.times(multiple, share));
        if (next === 0) makeup.delete(part);
        else makeup.set(part, next);
      }
    });
    return makeup;
  }
}
