import { checkResiduals } from '../residuals.ts';
import { fraction, isZero, minus, one, over, zero } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { inWholeNumbers } from './proof.ts';
import type { Derivation } from './proof.ts';
import type { Row, Structure } from './structure.ts';

/**
 * Judges a structure of nested plain sums of one measure by the residual theorem; null when it is not such a structure.
 *
 * Gives the same equations as the search, in time linear in the size of the rows.
 */
export function nestedDerivations(structure: Structure, limit: number): Derivation[] | null {
  if (new Set(structure.columnMeasure).size !== 1 || !structure.rows.every(isPlain)) return null;
  const groups = structure.rows.map((row, i) => ({
    id: String(i),
    atoms: row.columns.map((column) => structure.columnClass[column] ?? 0),
  }));
  const check = checkResiduals(groups, structure.classSizes, limit);
  if (!check.nested) return null;
  return check.leaks.map((leak) => {
    const recipe = new Map(
      leak.recipe.map(({ cell, coefficient }) => [cell, over(fraction(BigInt(coefficient), 1n), weightOf(structure.rows[cell]))]),
    );
    const columns = new Map(
      structure.columnClass.flatMap((id, column) => (leak.atoms.includes(id) ? [[column, one] as const] : [])),
    );
    return inWholeNumbers({ recipe, columns });
  });
}

const isPlain = (row: Row): boolean => row.coefficients.every((coefficient) => isZero(minus(coefficient, weightOf(row))));

const weightOf = (row: Row | undefined): Fraction => row?.coefficients[0] ?? zero;
