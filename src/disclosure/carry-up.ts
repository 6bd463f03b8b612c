import { leastInLeaf } from './leaf-counts.ts';
import type { LeafCounts } from './leaf-counts.ts';
import { groupLeaf, nodeOfLeaf, poolLeaf } from './rater-tree.ts';
import type { RaterTree } from './rater-tree.ts';
import { WaitingAnswers } from './waiting-answers.ts';

/** What one relation and one theme may publish, by position in the tree. */
export interface CarriedRelease {
  readonly tree: RaterTree;
  readonly counts: LeafCounts;
  readonly k: number;
  /** 1 where the leader's own result is published. */
  readonly ownShown: Uint8Array;
  /** 1 where the node has a roll-up. */
  readonly rollShown: Uint8Array;
  /** Per leaf the node at which its answers enter the roll-ups, or -1 when they never do. */
  readonly entersAt: Int32Array;
  /** Leaves with answers that are in no published figure. */
  readonly leftOut: readonly number[];
}

/**
 * Carried remainders: which own results and roll-ups of a theme are published, so that no remainder is below k.
 *
 * A group counts as large enough only if every item of the theme has k answers. Smaller ones wait and are carried up until
 * enough of them wait together; a pool waits whatever its size and is never an own result. Published groups are nested, and
 * what is in a roll-up but in no published group below it is empty or has at least k answers to every item.
 * Time and space are linear in nodes times items. Throws for k below 2.
 */
export function carryUp(tree: RaterTree, counts: LeafCounts, k: number): CarriedRelease {
  if (!Number.isInteger(k) || k < 2) throw new RangeError(`${k} answers are too few to hide in.`);
  const nodes = tree.ids.length;
  const release = {
    tree,
    counts,
    k,
    ownShown: new Uint8Array(nodes),
    rollShown: new Uint8Array(nodes),
    entersAt: new Int32Array(2 * nodes).fill(-1),
    leftOut: new Array<number>(),
  };
  const waiting = new WaitingAnswers(nodes, counts);
  const included = new Uint8Array(nodes);
  for (let i = nodes - 1; i >= 0; i--) {
    const node = tree.order[i] ?? 0;
    settle(release, node, waiting, included);
    const parent = tree.parents[node] ?? -1;
    if (included[node] === 1 && parent >= 0) included[parent] = 1;
    if (parent >= 0) waiting.moveUp(node, parent);
    else waiting.release(node, (leaf) => release.leftOut.push(leaf));
  }
  release.leftOut.sort((a, b) => a - b);
  return release;
}

/** Decides one node when all below it are decided: its own result, what it takes in, its roll-up. */
function settle(release: CarriedRelease, node: number, waiting: WaitingAnswers, included: Uint8Array): void {
  const { tree, counts, k, ownShown, rollShown, entersAt } = release;
  if (leastInLeaf(counts, groupLeaf(node)) >= k) {
    ownShown[node] = 1;
    entersAt[groupLeaf(node)] = node;
    included[node] = 1;
  } else waiting.addLeaf(node, groupLeaf(node));
  waiting.addLeaf(node, poolLeaf(node));
  // A unit with nothing below it and no pool has its own result only; a roll-up would be the same figure again.
  const inner = tree.hasChildren[node] === 1 || (counts.people[poolLeaf(node)] ?? 0) > 0;
  if (inner && waiting.least(node) >= k) {
    waiting.release(node, (leaf) => (entersAt[leaf] = node));
    included[node] = 1;
  }
  if (inner && included[node] === 1) rollShown[node] = 1;
}

/** The tree's name for a leaf that stands alone as a published cell. */
export function leafName(tree: RaterTree, leaf: number): string {
  const id = tree.ids[nodeOfLeaf(leaf)] ?? '';
  return leaf === groupLeaf(nodeOfLeaf(leaf)) ? `own:${id}` : `pool:${id}`;
}
