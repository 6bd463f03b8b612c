import { canonicalHash, canonicalJson } from '#base/canonical-json.ts';
import { merkleLeaf, merklePath, merkleRoot } from '#base/merkle-tree.ts';
import type { ManifestBody, ManifestExcerpt, ManifestGroup, ManifestHead, ManifestNode } from './schema.ts';

/** Groups and nodes stand in order of their random ids, so that the order tells nothing. */
export function inOrder<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The parts of a head that bind the lists beside it. */
export function bindings(
  nodes: readonly ManifestNode[],
  groups: readonly ManifestGroup[],
): Pick<ManifestHead, 'nodes' | 'groups'> {
  return {
    nodes: canonicalHash(nodes).toString('base64url'),
    groups: { count: groups.length, root: merkleRoot(leavesOf(groups)).toString('base64url') },
  };
}

/** The head that moves the closing and changes nothing else. */
export function extendedHead(first: ManifestHead, closesAt: Date): ManifestHead {
  return { ...first, number: 2, previous: canonicalHash(first).toString('base64url'), closesAt: closesAt.toISOString() };
}

/** What one person's page shows of a manifest, so that it can check its own group against the signed head. Null without such a group. */
export function excerpt(
  body: ManifestBody,
  signature: Uint8Array,
  signingKey: Uint8Array,
  groupId: string,
): ManifestExcerpt | null {
  const index = body.groups.findIndex((group) => group.id === groupId);
  const group = body.groups[index];
  if (group === undefined) return null;
  return {
    head: canonicalJson(body.head),
    signature: Buffer.from(signature).toString('base64url'),
    signingKey: Buffer.from(signingKey).toString('base64url'),
    group: canonicalJson(group),
    index,
    path: merklePath(leavesOf(body.groups), index).map((hash) => hash.toString('base64url')),
  };
}

const LEAVES = new WeakMap<readonly ManifestGroup[], Buffer[]>();

/** The groups' leaves, hashed once per list: every page of a round needs them. */
function leavesOf(groups: readonly ManifestGroup[]): Buffer[] {
  const leaves = LEAVES.get(groups) ?? groups.map((group) => merkleLeaf(canonicalJson(group)));
  LEAVES.set(groups, leaves);
  return leaves;
}
