import { toText } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { Equation } from './equation.ts';

/** A row of a structure: coefficients at columns, in rising order of columns. */
export interface Row {
  readonly columns: readonly number[];
  readonly coefficients: readonly Fraction[];
}

/**
 * The bare pattern of connected equations: which classes of people stand in which row with what coefficient.
 *
 * A class is a set of atoms that always appear together with equal coefficients; nothing published tells them apart. A column is
 * one base measure over one class. Positions only, no names and no values, so that many items can share one examination.
 */
export interface Structure {
  readonly rows: readonly Row[];
  readonly columnClass: readonly number[];
  readonly columnMeasure: readonly number[];
  readonly classSizes: readonly number[];
}

/** A structure with the names and numbers of one block of equations; equal keys mean equal structures. */
export interface Block {
  readonly key: string;
  readonly structure: Structure;
  readonly equations: readonly Equation[];
  readonly measures: readonly string[];
  readonly classAtoms: readonly (readonly string[])[];
}

/** Parts equations into blocks that share no unknown; a derivation never needs two of them. */
export function blocksOf(equations: readonly Equation[], sizes: (atom: string) => number): Block[] {
  const withParts = equations.filter((equation) => equation.parts.length > 0);
  return connected(withParts).map((part) => blockOf(part, sizes));
}

function connected(equations: readonly Equation[]): Equation[][] {
  const leaders = equations.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (leaders[at] !== at) at = leaders[at] = leaders[leaders[at] ?? 0] ?? 0;
    return at;
  };
  const firstWith = new Map<string, number>();
  equations.forEach((equation, i) => {
    for (const { unknown } of equation.parts) {
      const key = JSON.stringify([unknown.atom, unknown.measure]);
      const other = firstWith.get(key);
      if (other === undefined) firstWith.set(key, i);
      else leaders[find(i)] = find(other);
    }
  });
  const groups = new Map<number, Equation[]>();
  equations.forEach((equation, i) => {
    const group = groups.get(find(i));
    if (group) group.push(equation);
    else groups.set(find(i), [equation]);
  });
  return [...groups.values()];
}

function blockOf(equations: readonly Equation[], sizes: (atom: string) => number): Block {
  const atoms = new Numbering();
  const measures = new Numbering();
  const coefficients = new Numbering();
  const columns: string[][] = [];
  const texts = equations.map((equation, row) =>
    equation.parts.map(({ unknown, coefficient }) => {
      const atom = atoms.of(unknown.atom);
      const entry = `${measures.of(unknown.measure)}*${coefficients.of(toText(coefficient))}`;
      const signature = columns[atom] ?? (columns[atom] = []);
      signature.push(`${row}:${entry}`);
      return `${atom}:${entry}`;
    }),
  );
  const classes = new Numbering();
  const classOf = columns.map((signature) => classes.of(signature.join(' ')));
  const classAtoms = Array.from({ length: classes.names.length }, (): string[] => []);
  classOf.forEach((one, atom) => classAtoms[one]?.push(atoms.names[atom] ?? ''));
  const classSizes = classAtoms.map((members) => members.reduce((sum, atom) => sum + sizes(atom), 0));
  const structure = structureOf(
    equations,
    (atom) => classOf[atoms.of(atom)] ?? 0,
    (name) => measures.of(name),
    classSizes,
  );
  const atomSizes = atoms.names.map(sizes).join(',');
  const key = `${atomSizes};${coefficients.names.join(',')};${texts.map((row) => row.join(' ')).join(';')}`;
  return { key, structure, equations, measures: measures.names, classAtoms };
}

function structureOf(
  equations: readonly Equation[],
  classOf: (atom: string) => number,
  measureOf: (name: string) => number,
  classSizes: readonly number[],
): Structure {
  const columnOf = new Map<string, number>();
  const columnClass: number[] = [];
  const columnMeasure: number[] = [];
  const rows = equations.map(({ parts }) => {
    const entries = new Map<number, Fraction>();
    for (const { unknown, coefficient } of parts) {
      const [one, measure] = [classOf(unknown.atom), measureOf(unknown.measure)];
      const key = `${one}:${measure}`;
      let column = columnOf.get(key);
      if (column === undefined) {
        columnOf.set(key, (column = columnClass.length));
        columnClass.push(one);
        columnMeasure.push(measure);
      }
      entries.set(column, coefficient);
    }
    const sorted = [...entries].sort((a, b) => a[0] - b[0]);
    return { columns: sorted.map(([column]) => column), coefficients: sorted.map(([, coefficient]) => coefficient) };
  });
  return { rows, columnClass, columnMeasure, classSizes };
}

class Numbering {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}
