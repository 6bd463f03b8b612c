import type { ManifestExcerpt, ManifestGroup, ManifestHead } from '#rooms/rounds/manifest/schema.ts';
import { fromBase64, joined, toBase64 } from '../schema.ts';

/** What a checked manifest says to the one who answers. */
export type CheckedManifest = {
  organisation: number;
  round: string;
  group: string;
  groupKey: Uint8Array<ArrayBuffer>;
  encryptionKey: Uint8Array<ArrayBuffer>;
  receiptKey: Uint8Array<ArrayBuffer>;
  questions: string[];
};

/** Checks that the head is signed and that the group shown to this person is the one that stands in it; null when not. */
export async function checkManifest(excerpt: ManifestExcerpt): Promise<CheckedManifest | null> {
  const text = new TextEncoder().encode(excerpt.head);
  if (!(await verifyCurve(fromBase64(excerpt.signingKey), fromBase64(excerpt.signature), text))) return null;
  const head = JSON.parse(excerpt.head) as ManifestHead;
  const group = JSON.parse(excerpt.group) as ManifestGroup;
  const root = await rootOf(excerpt.group, excerpt.index, head.groups.count, excerpt.path.map(fromBase64));
  if (root === null || toBase64(root) !== head.groups.root) return null;
  return {
    organisation: head.organisation,
    round: head.round,
    group: group.id,
    groupKey: fromBase64(group.key),
    encryptionKey: fromBase64(head.encryptionKey),
    receiptKey: fromBase64(head.receiptKey),
    questions: head.questions.map((question) => question.code),
  };
}

/** Is this an ECDSA signature by the key with this raw point? */
export async function verifyCurve(
  point: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  text: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', point, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, text);
}

export async function sha256(...parts: Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined(parts)));
}

/** The root that a leaf and its path lead to (RFC 9162, 2.1.3.2); null when the path does not fit the tree. */
async function rootOf(leaf: string, index: number, count: number, path: readonly Uint8Array[]): Promise<Uint8Array | null> {
  let place = index;
  let last = count - 1;
  let hash = await sha256(Uint8Array.of(0), new TextEncoder().encode(leaf));
  for (const sibling of path) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = await sha256(Uint8Array.of(1), sibling, hash);
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await sha256(Uint8Array.of(1), hash, sibling);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}
