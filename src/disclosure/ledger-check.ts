import { auditPublished } from './audit/audit.ts';
import { checkResiduals } from './residuals.ts';
import type { PublishedGroup } from './residuals.ts';

/** An equation about fewer than k people that follows from the groups, and the multiples of their sums that give it. */
export interface LedgerLeak {
  readonly atoms: readonly number[];
  readonly n: number;
  readonly recipe: readonly { readonly group: string; readonly coefficient: string }[];
}

export interface LedgerCheck {
  readonly safe: boolean;
  readonly method: 'residuals' | 'search';
  readonly leaks: readonly LedgerLeak[];
}

/**
 * Checks everything ever published about one item, ledger and new groups together, before the new ones are shown.
 *
 * Nested groups are judged by the residual theorem; where two groups cross, the general search decides. `sizes` holds the answers
 * per atom. A search that had to be cut short is not safe.
 */
export function checkLedger(groups: readonly PublishedGroup[], sizes: ArrayLike<number>, k: number): LedgerCheck {
  const check = checkResiduals(groups, sizes, k);
  if (!check.nested) return checkBySearch(groups, sizes, k);
  const leaks = check.leaks.map(({ atoms, n, recipe }) => ({
    atoms,
    n,
    recipe: recipe.map(({ cell, coefficient }) => ({ group: groups[cell]?.id ?? '', coefficient: String(coefficient) })),
  }));
  return { safe: leaks.length === 0, method: 'residuals', leaks };
}

function checkBySearch(groups: readonly PublishedGroup[], sizes: ArrayLike<number>, k: number): LedgerCheck {
  const atoms = Object.fromEntries(Array.from(sizes, (n, atom) => [String(atom), { n }]));
  const cells = groups.map((group) => ({ id: group.id, measure: 'item', atoms: Array.from(group.atoms, String) }));
  const audit = auditPublished({ k, atoms, cells }, { insiders: 0 });
  const leaks = audit.leaks.map((leak) => ({
    atoms: leak.atoms.map(Number),
    n: leak.n,
    recipe: leak.recipe.map(({ cell, coefficient }) => ({ group: cell, coefficient })),
  }));
  return { safe: audit.safe, method: 'search', leaks };
}
