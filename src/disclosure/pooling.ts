import type { RaterTree } from './rater-tree.ts';

/** Where the people of a group end: in the leader's own group, in the pool of a node, or nowhere. */
export type Placement =
  | { readonly kind: 'own' }
  | { readonly kind: 'pool'; readonly node: number }
  | { readonly kind: 'dropped' };

export interface Pooling {
  /** Per node where the people of its group end, and where those of its pool do. */
  readonly groups: readonly Placement[];
  readonly pools: readonly Placement[];
  /** Per node the size of its pool afterwards: 0, or at least k. */
  readonly poolSizes: Int32Array;
  /** People who could not be placed with k others anywhere above. */
  readonly dropped: number;
}

/**
 * Moves every group below k into its node's pool, every pool below k into the parent's, up to the first that reaches k.
 *
 * Used twice: before collection with people invited (their raters are told where their answer counts), and at opening with
 * answers. What is below k at the top is dropped and counted. An empty group stays where it is. Linear in nodes.
 * `groups` and `pools` are sizes per node; throws on a size that is no count.
 */
export function poolSmallGroups(tree: RaterTree, groups: ArrayLike<number>, pools: ArrayLike<number> | null, k: number): Pooling {
  const nodes = tree.ids.length;
  const poolSizes = new Int32Array(nodes);
  for (let i = nodes - 1; i >= 0; i--) {
    const node = tree.order[i] ?? 0;
    const group = requireCount(groups[node]);
    const gathered = (poolSizes[node] ?? 0) + requireCount(pools ? pools[node] : 0) + (group < k ? group : 0);
    poolSizes[node] = gathered;
    const parent = tree.parents[node] ?? -1;
    if (gathered < k && parent >= 0) {
      poolSizes[parent] = (poolSizes[parent] ?? 0) + gathered;
      poolSizes[node] = 0;
    }
  }
  const { endOfPool, dropped } = endsOfPools(tree, poolSizes, k);
  return {
    groups: Array.from({ length: nodes }, (_, node) => placeGroup(requireCount(groups[node]), k, endOfPool[node])),
    pools: endOfPool,
    poolSizes,
    dropped,
  };
}

function endsOfPools(tree: RaterTree, poolSizes: Int32Array, k: number): { endOfPool: Placement[]; dropped: number } {
  const endOfPool = new Array<Placement>(tree.ids.length).fill({ kind: 'dropped' });
  let dropped = 0;
  for (const node of tree.order) {
    const size = poolSizes[node] ?? 0;
    const parent = tree.parents[node] ?? -1;
    if (size >= k) endOfPool[node] = { kind: 'pool', node };
    else if (parent >= 0) endOfPool[node] = endOfPool[parent] ?? { kind: 'dropped' };
    else {
      dropped += size;
      poolSizes[node] = 0;
    }
  }
  return { endOfPool, dropped };
}

function placeGroup(size: number, k: number, pool: Placement | undefined): Placement {
  if (size === 0 || size >= k) return { kind: 'own' };
  return pool ?? { kind: 'dropped' };
}

function requireCount(size: number | undefined): number {
  if (size === undefined || !Number.isInteger(size) || size < 0) throw new RangeError(`${size} is not a number of people.`);
  return size;
}
