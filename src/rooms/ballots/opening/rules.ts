import { randomInt } from 'node:crypto';
import type { ManifestBody } from '#rooms/rounds/manifest/schema.ts';

/** A group whose answers were moved because it was too small: into which pool, or dropped (null). */
export type Moved = { group: string; into: string | null; answers: number };

/**
 * Where the answers of small groups go: a leader's group below k to its node's pool, a pool below k to the parent node's, and below k
 * at the top nowhere. `answers` counts ballots per group. A group not named in the result stays where it is.
 */
export function poolSmallGroups(
  manifest: Pick<ManifestBody, 'nodes' | 'groups'> & { head: { k: number } },
  answers: ReadonlyMap<string, number>,
): Moved[] {
  const { k } = manifest.head;
  const small = manifest.groups.filter(
    (group) => (answers.get(group.id) ?? 0) > 0 && (group.pool || (answers.get(group.id) ?? 0) < k),
  );
  const gathered = new Map<string, number>(manifest.nodes.map((node) => [node.id, 0]));
  for (const group of small) gathered.set(group.node, (gathered.get(group.node) ?? 0) + (answers.get(group.id) ?? 0));
  const passedOn = new Set<string>();
  for (const node of deepestFirst(manifest.nodes)) {
    const size = gathered.get(node.id) ?? 0;
    if (size >= k) continue;
    passedOn.add(node.id);
    if (node.parent !== null) gathered.set(node.parent, (gathered.get(node.parent) ?? 0) + size);
  }
  const nodes = new Map(manifest.nodes.map((node) => [node.id, node]));
  const end = (nodeId: string): string | null => {
    const node = nodes.get(nodeId);
    if (node === undefined) return null;
    if (!passedOn.has(node.id)) return node.pool;
    return node.parent === null ? null : end(node.parent);
  };
  return small
    .map((group) => ({ group: group.id, into: end(group.node), answers: answers.get(group.id) ?? 0 }))
    .filter((moved) => moved.into !== moved.group);
}

/** The same things in an order that nobody can know: Fisher and Yates with the system's randomness. */
export function shuffled<T>(things: readonly T[]): T[] {
  const mixed = [...things];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    const [a, b] = [mixed[last], mixed[other]] as [T, T];
    mixed[last] = b;
    mixed[other] = a;
  }
  return mixed;
}

function deepestFirst<T extends { id: string; parent: string | null }>(nodes: readonly T[]): T[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const depth = (node: T): number => {
    const parent = node.parent === null ? undefined : byId.get(node.parent);
    return parent === undefined ? 0 : depth(parent) + 1;
  };
  return nodes
    .map((node) => ({ node, depth: depth(node) }))
    .sort((a, b) => b.depth - a.depth)
    .map((entry) => entry.node);
}
