// What is frozen and signed when a round is launched: all that the register and the urn have in common. Bytes are base64url.
import { verify } from 'node:crypto';
import * as v from 'valibot';
import { canonicalHash, canonicalJson } from '#base/canonical-json.ts';
import { curveKey } from '#base/curve-key.ts';
import { merkleLeaf, merkleRoot } from '#base/merkle-tree.ts';

export const MANIFEST_FORM = 'pejling/1';
export const MOST_QUESTIONS = 200;

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
const hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const point = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{87}$/));

/** A question as far as the urn knows it: which answers it can have, and nothing of its words. */
export const ManifestQuestion = v.strictObject({ code: v.string(), type: v.picklist(['likert5']), theme: v.string() });

/** A node of the round's tree: no name, only where its pool's answers go. */
export const ManifestNode = v.strictObject({ id, parent: v.nullable(id), pool: id });

/** A group with the public key that its tokens are verified with. */
export const ManifestGroup = v.strictObject({ id, node: id, pool: v.boolean(), invited: v.number(), key: v.string() });

/** What is signed: everything in the manifest is here or bound by a hash. */
export const ManifestHead = v.strictObject({
  form: v.literal(MANIFEST_FORM),
  organisation: v.pipe(v.number(), v.integer(), v.minValue(1)),
  round: id,
  number: v.picklist([1, 2]),
  previous: v.nullable(hash),
  k: v.pipe(v.number(), v.integer(), v.minValue(5)),
  middle: v.picklist(['mean', 'shares']),
  closesAt: v.pipe(v.string(), v.isoTimestamp()),
  superiorSees: v.boolean(),
  hrSees: v.boolean(),
  employeesSee: v.boolean(),
  questions: v.pipe(v.array(ManifestQuestion), v.minLength(1), v.maxLength(MOST_QUESTIONS)),
  questionnaire: hash,
  nodes: hash,
  groups: v.strictObject({ count: v.number(), root: hash }),
  encryptionKey: point,
  receiptKey: point,
  bundle: v.string(),
});

export const ManifestBody = v.strictObject({ head: ManifestHead, nodes: v.array(ManifestNode), groups: v.array(ManifestGroup) });

export type ManifestQuestion = v.InferOutput<typeof ManifestQuestion>;
export type ManifestNode = v.InferOutput<typeof ManifestNode>;
export type ManifestGroup = v.InferOutput<typeof ManifestGroup>;
export type ManifestHead = v.InferOutput<typeof ManifestHead>;
export type ManifestBody = v.InferOutput<typeof ManifestBody>;

/** What a phone gets of a manifest: the signed head as text, and the way from its own group's leaf to the root. */
export type ManifestExcerpt = {
  head: string;
  signature: string;
  signingKey: string;
  group: string;
  index: number;
  path: string[];
};

export type StoredManifest = { body: string; hash: Uint8Array; signature: Uint8Array; signing_key: Uint8Array; closes_at: Date };

/** Reads a stored manifest and checks all that binds it together; throws when anything does not fit. */
export function readManifest(row: StoredManifest): ManifestBody {
  const body = v.parse(ManifestBody, JSON.parse(row.body));
  const { head, nodes, groups } = body;
  const text = Buffer.from(canonicalJson(head));
  const root = merkleRoot(groups.map((group) => merkleLeaf(canonicalJson(group)))).toString('base64url');
  const fits =
    verify('sha256', text, { key: curveKey(row.signing_key), dsaEncoding: 'ieee-p1363' }, row.signature) &&
    canonicalHash(head).equals(row.hash) &&
    head.nodes === canonicalHash(nodes).toString('base64url') &&
    head.groups.count === groups.length &&
    head.groups.root === root &&
    head.closesAt === row.closes_at.toISOString();
  if (!fits) throw new Error('the manifest does not fit together');
  return body;
}
