import fc from 'fast-check';
import type { PublishedCell, PublishedSystem, PublishedTerm } from './published.ts';

const measures = { trust: { q1: '1/2', q2: 0.5 }, whole: { q1: 1 / 3, q2: 1 / 3, q3: 1 / 3 } };
const bases = ['q1', 'q2', 'q3'] as const;

/** Answers behind a system, so that recovered values can be compared with the truth: sums per atom and base measure. */
export type Truth = Readonly<Record<string, Readonly<Record<(typeof bases)[number], number>>>>;

export interface Invented {
  readonly system: PublishedSystem;
  readonly truth: Truth;
}

interface Draw {
  readonly sizes: readonly number[];
  readonly sums: readonly (readonly number[])[];
  readonly k: number;
  readonly known: boolean;
}

const draw = fc.record({
  sizes: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 8 }),
  sums: fc.array(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), { minLength: 8, maxLength: 8 }),
  k: fc.integer({ min: 3, max: 7 }),
  known: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

const mask = fc.integer({ min: 1, max: 255 });

const members = (bits: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `a${i}`).filter((_, i) => ((bits >> i) & 1) === 1);

function invent(given: Draw, cells: readonly PublishedCell[]): Invented {
  const atoms = Object.fromEntries(given.sizes.map((n, i) => [`a${i}`, { n }]));
  const truth = Object.fromEntries(
    given.sizes.map((n, i) => {
      const [q1 = 0, q2 = 0, q3 = 0] = given.sums[i] ?? [];
      return [`a${i}`, { q1: n * q1 + n, q2: n * q2 + n, q3: n * q3 + n }];
    }),
  );
  const known = given.known ? { known: ['a0'] } : {};
  return { truth, system: { k: given.k, atoms, measures, ...known, cells: cells.map((cell) => withValue(cell, truth)) } };
}

function withValue(cell: PublishedCell, truth: Truth): PublishedCell {
  const terms = cell.terms ?? [{ measure: cell.measure ?? '', atoms: cell.atoms ?? [], coef: 1 }];
  const value = terms.reduce((sum, term) => sum + Number(asNumber(term.coef ?? 1)) * termSum(term, truth), 0);
  return cell.terms ? { ...cell, value } : { ...cell, sum: value };
}

function termSum(term: PublishedTerm, truth: Truth): number {
  const parts: Record<string, number> = { q1: 0, q2: 0, q3: 0 };
  if (term.measure === 'trust') Object.assign(parts, { q1: 0.5, q2: 0.5 });
  else if (term.measure === 'whole') Object.assign(parts, { q1: 1 / 3, q2: 1 / 3, q3: 1 / 3 });
  else parts[term.measure] = 1;
  return term.atoms.reduce(
    (sum, atom) => sum + bases.reduce((part, base) => part + (parts[base] ?? 0) * (truth[atom]?.[base] ?? 0), 0),
    0,
  );
}

/** A coefficient of a term as a number; "1/3" included. */
export function asNumber(coefficient: number | string): number {
  const [top, bottom] = String(coefficient).split('/');
  return Number(top) / Number(bottom ?? 1);
}

/** Cells over any atoms, one item. */
export const overlapping: fc.Arbitrary<Invented> = fc
  .tuple(draw, fc.array(mask, { minLength: 1, maxLength: 7 }))
  .map(([given, masks]) =>
    invent(
      given,
      masks.map((bits, i) => ({ id: `c${i}`, measure: 'q1', atoms: members(bits, given.sizes.length) })),
    ),
  );

/** Cells that are subtrees of a random tree, each node an atom. */
export const nested: fc.Arbitrary<Invented> = fc
  .tuple(draw, fc.array(fc.nat(7), { minLength: 8, maxLength: 8 }), mask)
  .map(([given, above, published]) => {
    const below = (top: number, node: number): boolean => node === top || (node > 0 && below(top, (above[node] ?? 0) % node));
    const nodes = given.sizes.map((_, i) => i);
    const shown = nodes.filter((node) => ((published >> node) & 1) === 1);
    return invent(
      given,
      shown.map((top) => ({
        id: `c${top}`,
        measure: 'q1',
        atoms: nodes.filter((node) => below(top, node)).map((node) => `a${node}`),
      })),
    );
  });

const measure = fc.constantFrom('q1', 'q2', 'q3', 'trust', 'whole');

/** Cells of several items and of themes made of them. */
export const withMeasures: fc.Arbitrary<Invented> = fc
  .tuple(draw, fc.array(fc.tuple(mask, measure), { minLength: 2, maxLength: 9 }))
  .map(([given, cells]) => {
    const few = { ...given, sizes: given.sizes.slice(0, 5) };
    return invent(
      few,
      cells.map(([bits, name], i) => ({ id: `c${i}`, measure: name, atoms: members(bits, few.sizes.length) })),
    );
  });

const coefficient = fc.constantFrom<number | string>(1, 2, -1, 0.5, '1/3', '0.7', 1 / 7);

/** Weighted combinations of several terms. */
export const weighted: fc.Arbitrary<Invented> = fc
  .tuple(
    draw,
    fc.array(fc.array(fc.tuple(mask, measure, coefficient), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
  )
  .map(([given, cells]) => {
    const few = { ...given, sizes: given.sizes.slice(0, 6) };
    const termsOf = (terms: [number, string, number | string][]): PublishedTerm[] =>
      terms.map(([bits, name, coef]) => ({ measure: name, atoms: members(bits, few.sizes.length), coef }));
    return invent(
      few,
      cells.map((terms, i) => ({ id: `c${i}`, terms: termsOf(terms) })),
    );
  });
