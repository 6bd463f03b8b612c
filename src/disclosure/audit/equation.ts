import { fraction, isZero, plus, readFraction, times, toNumber, zero } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { MeasureBook } from './measure-parts.ts';
import type { PublishedCell, PublishedSystem, PublishedTerm } from './published.ts';

/** One unknown: the sum of a base measure over an atom. */
export interface Unknown {
  readonly atom: string;
  readonly measure: string;
}

/** One published number as an equation about unknowns: coefficients times unknowns = value, give or take the error. */
export interface Equation {
  readonly cell: string;
  readonly parts: readonly { readonly unknown: Unknown; readonly coefficient: Fraction }[];
  /** Null when the number itself was not given: its structure is judged all the same. */
  readonly value: number | null;
  readonly error: number;
  /** Atoms in the published number whose answers the attacker knows and takes away; the value still holds them. */
  readonly known: readonly string[];
}

/**
 * Writes every published number as an equation about sums over atoms, without what the attacker knows.
 *
 * A mean counts as n times the mean, with n times half its last decimal as error; where whole answers leave only one possible
 * sum inside the error, that sum is taken. Atoms of nobody drop out. Throws on an unknown atom or an unreadable coefficient.
 */
export function equationsOf(system: PublishedSystem): Equation[] {
  const book = new MeasureBook(system);
  const known = new Set(system.known ?? []);
  return system.cells.map((cell) => equationOf(cell, system, book, known));
}

function equationOf(cell: PublishedCell, system: PublishedSystem, book: MeasureBook, known: ReadonlySet<string>): Equation {
  const sums = new Map<string, { unknown: Unknown; coefficient: Fraction }>();
  let constant = zero;
  for (const term of termsOf(cell)) {
    const weight = readFraction(term.coef ?? 1);
    const measure = book.parts(term.measure);
    for (const atom of term.atoms) {
      const n = peopleIn(system, atom, cell.id);
      constant = plus(constant, times(weight, times(measure.perPerson, fraction(BigInt(n), 1n))));
      if (n === 0) continue;
      for (const [base, share] of measure.parts) {
        const key = JSON.stringify([atom, base]);
        const before = sums.get(key)?.coefficient ?? zero;
        sums.set(key, { unknown: { atom, measure: base }, coefficient: plus(before, times(weight, share)) });
      }
    }
  }
  const parts = [...sums.values()].filter((part) => !isZero(part.coefficient));
  const { value, error } = valueOf(cell, system);
  return {
    cell: cell.id,
    parts: parts.filter((part) => !known.has(part.unknown.atom)),
    value: value === null ? null : value - toNumber(constant),
    error,
    known: [...new Set(parts.map((part) => part.unknown.atom).filter((atom) => known.has(atom)))],
  };
}

function termsOf(cell: PublishedCell): readonly PublishedTerm[] {
  if (cell.terms) return cell.terms;
  if (cell.measure === undefined || !cell.atoms)
    throw new RangeError(`The cell ${cell.id} has neither terms nor a measure with atoms.`);
  // An atom named twice is one atom: a published group is a set of people.
  return [{ measure: cell.measure, atoms: [...new Set(cell.atoms)] }];
}

/** The people in an atom. Throws when the atom is unknown or its number is no count. */
export function peopleIn(system: PublishedSystem, atom: string, cell: string): number {
  const n = Object.hasOwn(system.atoms, atom) ? system.atoms[atom]?.n : undefined;
  if (n === undefined || !Number.isInteger(n) || n < 0)
    throw new RangeError(`The cell ${cell} names ${atom}, which is no atom with people.`);
  return n;
}

/** The published number as a sum, with the error its rounding leaves. */
export function valueOf(cell: PublishedCell, system: PublishedSystem): { value: number | null; error: number } {
  const given = cell.terms ? (cell.value ?? cell.sum) : cell.sum;
  if (given !== undefined) return { value: given, error: cell.decimals === undefined ? 0 : 0.5 * 10 ** -cell.decimals };
  if (cell.mean === undefined) return { value: cell.value ?? null, error: 0 };
  const n = cell.n ?? (cell.atoms ?? []).reduce((sum, atom) => sum + peopleIn(system, atom, cell.id), 0);
  const error = cell.decimals === undefined ? 0 : n * 0.5 * 10 ** -cell.decimals;
  return onlyWhole(n * cell.mean, error, isWhole(cell, system));
}

function isWhole(cell: PublishedCell, system: PublishedSystem): boolean {
  const ends = system.scale ?? [1, 5];
  return cell.measure !== undefined && !Object.hasOwn(system.measures ?? {}, cell.measure) && ends.every(Number.isInteger);
}

function onlyWhole(value: number, error: number, whole: boolean): { value: number; error: number } {
  const nearest = Math.round(value);
  const slack = 1e-9 * Math.max(1, Math.abs(value));
  return whole && error < 0.5 && Math.abs(nearest - value) <= error + slack ? { value: nearest, error: 0 } : { value, error };
}
