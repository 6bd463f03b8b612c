type Node = { id: string; parentId: string | null };

/**
 * Which roll-ups a reader may open: those shown to all, and those about no other leaders than the reader has a right to read
 * the reports of. `nodes` has parents before children.
 */
export function readableRolls(
  nodes: readonly Node[],
  leaders: readonly { id: string; nodeId: string }[],
  rolls: ReadonlySet<string>,
  shownToAll: ReadonlySet<string>,
  readable: ReadonlySet<string>,
): Set<string> {
  const foreign = new Set(leaders.filter((leader) => !readable.has(leader.id)).map((leader) => leader.nodeId));
  for (const node of nodes.toReversed()) if (foreign.has(node.id) && node.parentId !== null) foreign.add(node.parentId);
  return new Set(nodes.map((node) => node.id).filter((id) => rolls.has(id) && (shownToAll.has(id) || !foreign.has(id))));
}
