/** A published group by the positions of its atoms (the finest groups that anything published tells apart). */
export interface PublishedGroup {
  readonly id: string;
  readonly atoms: ArrayLike<number>;
}

/** A remainder below k: the group less the groups published inside it, with the recipe that gives its sum. */
export interface ResidualLeak {
  readonly atoms: readonly number[];
  readonly n: number;
  readonly recipe: readonly { readonly cell: number; readonly coefficient: 1 | -1 }[];
}

export type ResidualCheck =
  | { readonly nested: true; readonly leaks: readonly ResidualLeak[] }
  | { readonly nested: false; readonly crossing: readonly [string, string] };

/**
 * Checks published sums of one item by the residual theorem: nested groups are safe exactly when no remainder is below k.
 *
 * Remainder = a group less the union of the published groups inside it; their vectors span the same space as the groups', and
 * being disjoint, the smallest equation anybody can derive is about the smallest remainder. Give it the groups of every release
 * at once, ledger and new. When two groups cross, the theorem is silent: the two are named, and the general search must decide.
 * `sizes` holds the people per atom; an atom of nobody and an empty group tell nothing. Linear in the members of all groups.
 */
export function checkResiduals(groups: readonly PublishedGroup[], sizes: ArrayLike<number>, k: number): ResidualCheck {
  const innermost = new Int32Array(sizes.length).fill(-1);
  const inside = new Int32Array(groups.length).fill(-1);
  const peopled = groups.map((group) => withPeople(group, sizes));
  const largestFirst = groups.map((_, i) => i).sort((a, b) => (peopled[b]?.length ?? 0) - (peopled[a]?.length ?? 0) || a - b);
  const distinct: number[] = [];
  for (const cell of largestFirst) {
    const atoms = peopled[cell] ?? [];
    if (atoms.length === 0) continue;
    const around = innermost[atoms[0] ?? 0] ?? -1;
    const other = atoms.find((atom) => innermost[atom] !== around);
    if (other !== undefined) return crossing(groups, cell, around, innermost[other] ?? -1);
    // The same people published twice (in two releases, say) are one group.
    if (around >= 0 && peopled[around]?.length === atoms.length) continue;
    inside[cell] = around;
    distinct.push(cell);
    for (const atom of atoms) innermost[atom] = cell;
  }
  return { nested: true, leaks: smallResiduals(distinct, inside, innermost, sizes, k) };
}

function withPeople(group: PublishedGroup, sizes: ArrayLike<number>): number[] {
  const atoms = [...new Set(Array.from(group.atoms))];
  if (atoms.some((atom) => sizes[atom] === undefined)) throw new RangeError(`The group ${group.id} has an unknown atom.`);
  return atoms.filter((atom) => (sizes[atom] ?? 0) > 0);
}

function crossing(groups: readonly PublishedGroup[], cell: number, one: number, other: number): ResidualCheck {
  const across = groups[Math.max(one, other)] ?? groups[cell];
  return { nested: false, crossing: [groups[cell]?.id ?? '', across?.id ?? ''] };
}

function smallResiduals(
  cells: readonly number[],
  inside: Int32Array,
  innermost: Int32Array,
  sizes: ArrayLike<number>,
  k: number,
): ResidualLeak[] {
  const people = new Map(cells.map((cell) => [cell, 0]));
  const members = new Map<number, number[]>(cells.map((cell) => [cell, []]));
  innermost.forEach((cell, atom) => {
    if (cell < 0 || (sizes[atom] ?? 0) === 0) return;
    people.set(cell, (people.get(cell) ?? 0) + (sizes[atom] ?? 0));
    members.get(cell)?.push(atom);
  });
  const parts = partsOf(cells, inside);
  return cells
    .filter((cell) => (people.get(cell) ?? 0) > 0 && (people.get(cell) ?? 0) < k)
    .map((cell) => ({
      atoms: members.get(cell) ?? [],
      n: people.get(cell) ?? 0,
      recipe: [
        { cell, coefficient: 1 as const },
        ...(parts.get(cell) ?? []).map((part) => ({ cell: part, coefficient: -1 as const })),
      ],
    }));
}

/** Per group the greatest published groups inside it. */
function partsOf(cells: readonly number[], inside: Int32Array): Map<number, number[]> {
  const parts = new Map<number, number[]>();
  for (const cell of cells) {
    const around = inside[cell] ?? -1;
    if (around < 0) continue;
    const known = parts.get(around);
    if (known) known.push(cell);
    else parts.set(around, [cell]);
  }
  return parts;
}
