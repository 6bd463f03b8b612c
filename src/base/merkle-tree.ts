import { createHash } from 'node:crypto';

// A Merkle tree as in RFC 9162 (section 2.1): one hash stands for a whole list, and a few hashes show that an entry is in it.

/** The leaf of an entry's text. */
export function merkleLeaf(text: string): Buffer {
  return createHash('sha256').update(Uint8Array.of(0)).update(text).digest();
}

/** The hash that stands for all leaves. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return first;
  const split = splitOf(leaves.length);
  return createHash('sha256')
    .update(Uint8Array.of(1))
    .update(merkleRoot(leaves.slice(0, split)))
    .update(merkleRoot(leaves.slice(split)))
    .digest();
}

/** The hashes beside the way from the leaf at an index to the root, from the bottom up. */
export function merklePath(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  return index < split
    ? [...merklePath(leaves.slice(0, split), index), merkleRoot(leaves.slice(split))]
    : [...merklePath(leaves.slice(split), index - split), merkleRoot(leaves.slice(0, split))];
}

/** The largest power of two below a number of leaves. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}
