// What a size allows to be shown must hold for remainders too: a distribution of 26 less one of 21 is the distribution of five.
import type { CarriedRelease } from '#disclosure/carry-up.ts';
import { leastInLeaf } from '#disclosure/leaf-counts.ts';
import { groupLeaf, nodeOfLeaf } from '#disclosure/rater-tree.ts';

/**
 * The roll-ups whose answers may be told option by option: 1 per node.
 *
 * Own groups of at least `from` answers are told so. A roll-up is only when what is in it and in no group told so below is empty
 * or has at least `from` answers to every question, so that no subtraction gives the options of fewer. Chosen bottom-up; linear.
 */
export function rollsByOption(release: CarriedRelease, from: number): Uint8Array {
  const { tree, counts, ownShown, rollShown, entersAt } = release;
  const { width } = counts;
  const allowed = new Uint8Array(tree.ids.length);
  const uncovered = new Int32Array(tree.ids.length * width);
  entersAt.forEach((node, leaf) => {
    if (node < 0) return;
    const own = leaf === groupLeaf(nodeOfLeaf(leaf)) && ownShown[nodeOfLeaf(leaf)] === 1;
    if (!own || leastInLeaf(counts, leaf) < from) addRow(uncovered, node, counts.items, leaf, width);
  });
  for (let i = tree.order.length - 1; i >= 0; i--) {
    const node = tree.order[i] ?? 0;
    const row = uncovered.subarray(node * width, (node + 1) * width);
    if (rollShown[node] === 1 && (row.every((n) => n === 0) || row.every((n) => n >= from))) {
      allowed[node] = 1;
      continue;
    }
    const parent = tree.parents[node] ?? -1;
    if (parent >= 0) addRow(uncovered, parent, uncovered, node, width);
  }
  return allowed;
}

function addRow(into: Int32Array, row: number, from: Int32Array, at: number, width: number): void {
  for (let item = 0; item < width; item++)
    into[row * width + item] = (into[row * width + item] ?? 0) + (from[at * width + item] ?? 0);
}
