import { fraction, isZero, minus, over, readFraction, times, zero } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { PublishedSystem } from './published.ts';

/** All sets of atoms below k about which an equation can be derived and none of whose parts betrays anything by itself. */
export function bruteForceLeaks(system: PublishedSystem): string[] {
  const known = new Set(system.known ?? []);
  const atoms = Object.keys(system.atoms).filter((atom) => (system.atoms[atom]?.n ?? 0) > 0 && !known.has(atom));
  const rows = matrixOf(system, atoms);
  const whole = rank(rows.map((row) => row.flat()));
  const leaking: number[] = [];
  for (let set = 1; set < 2 ** atoms.length; set++) {
    const people = atoms.reduce((sum, atom, i) => sum + ((set >> i) & 1) * (system.atoms[atom]?.n ?? 0), 0);
    if (people >= system.k || leaking.some((smaller) => (smaller & set) === smaller)) continue;
    const outside = rows.map((row) => row.filter((_, i) => ((set >> i) & 1) === 0).flat());
    if (rank(outside) < whole) leaking.push(set);
  }
  const minimal = leaking.filter((set) => !leaking.some((other) => other !== set && (other & set) === other));
  return minimal
    .map((set) =>
      atoms
        .filter((_, i) => ((set >> i) & 1) === 1)
        .sort()
        .join('+'),
    )
    .sort();
}

/** Per cell and atom the coefficients of the base measures, derived measures written out one level. */
function matrixOf(system: PublishedSystem, atoms: readonly string[]): Fraction[][][] {
  const derived = system.measures ?? {};
  const base = ['q1', 'q2', 'q3'];
  return system.cells.map((cell) => {
    const terms = cell.terms ?? [{ measure: cell.measure ?? '', atoms: cell.atoms ?? [], coef: 1 }];
    return atoms.map((atom) =>
      base.map((measure) => {
        let total = zero;
        for (const term of terms.filter((one) => one.atoms.includes(atom))) {
          const share = term.measure === measure ? 1 : (derived[term.measure]?.[measure] ?? 0);
          total = minus(total, times(fraction(-1n, 1n), times(readFraction(share), readFraction(term.coef ?? 1))));
        }
        return total;
      }),
    );
  });
}

function rank(rows: readonly (readonly Fraction[])[]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, i) => i >= found && !isZero(row[column] ?? zero));
    const pivot = left[at];
    if (!pivot) continue;
    left.splice(at, 1);
    left.splice(found, 0, pivot);
    for (const row of left.slice(found + 1)) {
      const multiple = over(row[column] ?? zero, pivot[column] ?? fraction(1n, 1n));
      pivot.forEach((value, i) => (row[i] = minus(row[i] ?? zero, times(multiple, value))));
    }
    found += 1;
  }
  return found;
}
