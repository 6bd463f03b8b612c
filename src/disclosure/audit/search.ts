import { dependentSets, mostColumns } from './dependent-sets.ts';
import type { Dependence } from './dependent-sets.ts';
import { combinationOf, echelonOf, nullVectors } from './echelon.ts';
import type { Echelon } from './echelon.ts';
import { PRIMES, PrimeField } from './prime-field.ts';
import { inWholeNumbers, proveDerivation } from './proof.ts';
import type { Derivation } from './proof.ts';
import { randomNumbers } from './random-numbers.ts';
import type { Structure } from './structure.ts';

export interface Search {
  readonly derivations: readonly Derivation[];
  readonly complete: boolean;
}

/**
 * Finds every minimal set of classes with fewer than `limit` people about which an equation can be derived.
 *
 * The rows are eliminated modulo a prime, the null space is projected at random (fixed seed), and sets of small classes are
 * searched for dependent columns. Nothing true is lost: a dependence over the rationals is one modulo the prime as long as the
 * rank is the same, which a second prime confirms. Nothing false is reported: each finding is proved in exact arithmetic.
 */
export function searchDerivations(structure: Structure, limit: number, maximumSets: number): Search {
  if (structure.classSizes.every((size) => size >= limit)) return { derivations: [], complete: true };
  for (let attempt = 0; attempt + 1 < PRIMES.length; attempt++) {
    const search = attemptSearch(structure, limit, maximumSets, attempt);
    if (search) return search;
  }
  throw new Error('Every prime at hand divides a number of this system.');
}

function attemptSearch(structure: Structure, limit: number, maximumSets: number, attempt: number): Search | null {
  const field = new PrimeField(PRIMES[attempt] ?? PRIMES[0]);
  const echelon = echelonOf(structure, field);
  const second = echelonOf(structure, new PrimeField(PRIMES[attempt + 1] ?? PRIMES[1]));
  if (!samePivots(echelon, second)) return null;
  const dimensions = mostColumns(structure, limit);
  const vectors = nullVectors(echelon, structure.columnClass.length, dimensions, randomNumbers(attempt + 1));
  const { found, complete } = dependentSets(structure, vectors, dimensions, field, limit, maximumSets);
  const derivations = new Map<string, Derivation>();
  for (const dependence of found) {
    const allowed = new Set([...dependence.keys()].map((column) => structure.columnClass[column] ?? -1));
    const proved = proveDerivation(structure, combinationOf(echelon, dependence), allowed, field.prime);
    if (!proved) return null;
    const whole = inWholeNumbers(proved);
    derivations.set(supportKey(whole, dependence), whole);
  }
  return { derivations: [...derivations.values()], complete };
}

function samePivots(one: Echelon, other: Echelon): boolean {
  return one.rows.length === other.rows.length && one.rows.every((row, i) => row.pivot === other.rows[i]?.pivot);
}

const supportKey = (derivation: Derivation, dependence: Dependence): string =>
  [...derivation.columns.keys()].sort((a, b) => a - b).join(',') || [...dependence.keys()].join(',');
