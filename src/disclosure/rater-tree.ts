/** A unit of the frozen organisation; the parent is another unit's id, or null at the top. */
export interface TreeNode {
  readonly id: string;
  readonly parent: string | null;
}

/**
 * The organisation tree of one round and one relation, by position.
 *
 * `parents[i]` is the position of i's parent or -1; `order` has every parent before its children.
 * Each node has two leaves of answers: its leader's own group and its pool, at `groupLeaf(i)` and `poolLeaf(i)`.
 */
export interface RaterTree {
  readonly ids: readonly string[];
  readonly parents: Int32Array;
  readonly order: Int32Array;
  readonly hasChildren: Uint8Array;
}

/** The leaf with the answers about the leader of a node. */
export const groupLeaf = (node: number): number => 2 * node;

/** The leaf with the answers that were pooled at a node and belong to no leader. */
export const poolLeaf = (node: number): number => 2 * node + 1;

/** The node a leaf hangs on. */
export const nodeOfLeaf = (leaf: number): number => leaf >> 1;

/** Whether a leaf is a pool. */
export const isPoolLeaf = (leaf: number): boolean => (leaf & 1) === 1;

/**
 * Orders nodes so that parents come before children, without recursion: a chain of ten thousand is fine.
 *
 * Several tops are allowed. Throws on a doubled id, an unknown parent or a ring.
 */
export function raterTree(nodes: readonly TreeNode[]): RaterTree {
  const positions = new Map(nodes.map((node, i) => [node.id, i]));
  if (positions.size !== nodes.length) throw new RangeError('Two units of the tree share an id.');
  const parents = Int32Array.from(nodes, (node) => parentPosition(node, positions));
  const hasChildren = new Uint8Array(nodes.length);
  for (const parent of parents) if (parent >= 0) hasChildren[parent] = 1;
  return { ids: nodes.map((node) => node.id), parents, order: topDown(parents), hasChildren };
}

function parentPosition(node: TreeNode, positions: ReadonlyMap<string, number>): number {
  if (node.parent === null) return -1;
  const parent = positions.get(node.parent);
  if (parent === undefined) throw new RangeError(`The unit ${node.id} has a parent that is not in the tree.`);
  return parent;
}

function topDown(parents: Int32Array): Int32Array {
  const firstChild = new Int32Array(parents.length).fill(-1);
  const nextSibling = new Int32Array(parents.length).fill(-1);
  const order = new Int32Array(parents.length);
  let filled = 0;
  for (let i = parents.length - 1; i >= 0; i--) {
    const parent = parents[i] ?? -1;
    if (parent < 0) continue;
    nextSibling[i] = firstChild[parent] ?? -1;
    firstChild[parent] = i;
  }
  for (let i = 0; i < parents.length; i++) if (parents[i] === -1) order[filled++] = i;
  for (let done = 0; done < filled; done++) {
    for (let child = firstChild[order[done] ?? 0] ?? -1; child >= 0; child = nextSibling[child] ?? -1) order[filled++] = child;
  }
  if (filled < parents.length) throw new RangeError('The units of the tree form a ring.');
  return order;
}
