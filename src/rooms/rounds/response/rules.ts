import type { RoundGroup, RoundNode } from '../schema.ts';

/** Per node how many are invited, and how many have answered, in the node and everything below it. */
export type NodeCount = { nodeId: string; invited: number; answered: number };

/** Adds what is counted per group up the tree. `nodes` has parents before children. */
export function countUpwards(
  nodes: readonly Pick<RoundNode, 'id' | 'parentId'>[],
  groups: readonly RoundGroup[],
  answered: ReadonlyMap<string, number>,
): NodeCount[] {
  const counts = new Map(nodes.map((node) => [node.id, { nodeId: node.id, invited: 0, answered: 0 }]));
  for (const group of groups) {
    const count = counts.get(group.nodeId);
    if (count === undefined) continue;
    count.invited += group.invited;
    count.answered += answered.get(group.id) ?? 0;
  }
  for (const node of nodes.toReversed()) {
    const [own, parent] = [counts.get(node.id), node.parentId === null ? undefined : counts.get(node.parentId)];
    if (own === undefined || parent === undefined) continue;
    parent.invited += own.invited;
    parent.answered += own.answered;
  }
  return [...counts.values()];
}
