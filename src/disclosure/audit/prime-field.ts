import { greatestShared } from './fraction.ts';
import type { Row } from './structure.ts';

/** Primes just under 2^26, so that a product of two remainders is exact in a double. */
export const PRIMES = [67108859, 67108837, 67108819, 67108777, 67108763, 67108757, 67108753, 67108747] as const;

/** Arithmetic with whole numbers modulo a prime below 2^26; operands and results are in [0, prime). */
export class PrimeField {
  readonly prime: number;
  readonly #inverse: number;

  constructor(prime: number) {
    this.prime = prime;
    this.#inverse = 1 / prime;
  }

  times(a: number, b: number): number {
    const product = a * b;
    const rest = product - Math.floor(product * this.#inverse) * this.prime;
    if (rest < 0) return rest + this.prime;
    return rest >= this.prime ? rest - this.prime : rest;
  }

  minus(a: number, b: number): number {
    return a < b ? a - b + this.prime : a - b;
  }

  /** One divided by a, which must not be 0; by Fermat's little theorem. */
  inverse(a: number): number {
    let result = 1;
    let base = a;
    for (let exponent = this.prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
      if (exponent % 2 === 1) result = this.times(result, base);
      base = this.times(base, base);
    }
    return result;
  }
}

/** A row's coefficients as whole numbers without a shared divisor; a multiple of the row, which spans the same space. */
export function wholeRow(row: Row): bigint[] {
  const bottom = row.coefficients.reduce((lcm, { bottom: next }) => (lcm / greatestShared(lcm, next)) * next, 1n);
  const whole = row.coefficients.map(({ top, bottom: own }) => top * (bottom / own));
  const shared = whole.reduce((gcd, value) => greatestShared(gcd, value < 0n ? -value : value), 0n);
  return whole.map((value) => value / shared);
}

/** A whole number's remainder in [0, prime). */
export function remainder(value: bigint, prime: number): number {
  const rest = Number(value % BigInt(prime));
  return rest < 0 ? rest + prime : rest;
}
