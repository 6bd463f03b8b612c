import type { CarriedRelease } from './carry-up.ts';
import { groupLeaf, nodeOfLeaf } from './rater-tree.ts';

/** A remainder of a release that holds fewer than k people, or fewer than k answers to an item. */
export interface SmallRemainder {
  readonly node: number;
  readonly kind: 'own' | 'roll';
  /** The item with too few answers, or null when the people are too few. */
  readonly item: number | null;
  readonly n: number;
}

/**
 * Checks a release of carried remainders by the residual theorem, item by item, without writing its members down.
 *
 * An own result is its own remainder; a roll-up's is what entered at its node and is in no own result. Empty remainders are
 * fine. Returns every one below k; a right release gives none. Linear in nodes times items.
 */
export function smallRemainders(release: CarriedRelease): SmallRemainder[] {
  const { tree, counts, ownShown, entersAt } = release;
  const stride = counts.width + 1;
  const own = new Int32Array(tree.ids.length * stride);
  const roll = new Int32Array(tree.ids.length * stride);
  entersAt.forEach((node, leaf) => {
    if (node < 0) return;
    const alone = leaf === groupLeaf(nodeOfLeaf(leaf)) && ownShown[nodeOfLeaf(leaf)] === 1;
    const sums = alone ? own : roll;
    addTo(sums, node * stride, counts.people[leaf] ?? 0);
    for (let item = 0; item < counts.width; item++)
      addTo(sums, node * stride + 1 + item, counts.items[leaf * counts.width + item] ?? 0);
  });
  return [...belowK(own, 'own', stride, release.k), ...belowK(roll, 'roll', stride, release.k)];
}

function addTo(sums: Int32Array, position: number, amount: number): void {
  sums[position] = (sums[position] ?? 0) + amount;
}

function belowK(sums: Int32Array, kind: 'own' | 'roll', stride: number, k: number): SmallRemainder[] {
  const small: SmallRemainder[] = [];
  for (let i = 0; i < sums.length; i++) {
    const n = sums[i] ?? 0;
    const people = sums[i - (i % stride)] ?? 0;
    // Nobody is a fine remainder; nobody's answer to one item among people who answered others is not.
    if (people === 0 || n >= k) continue;
    const item = i % stride === 0 ? null : (i % stride) - 1;
    small.push({ node: Math.floor(i / stride), kind, item, n });
  }
  return small;
}
