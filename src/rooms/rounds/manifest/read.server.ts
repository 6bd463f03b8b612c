import type { Tx } from '#database/tenant.ts';
import bundle from '../../../../static/sealed/bundle.json' with { type: 'json' };
import { readManifest, type ManifestBody, type StoredManifest } from './schema.ts';

/** The program of the answer page: its address and the hash that the browser holds it to. */
export const answerBundle: { file: string; integrity: string } = bundle;

export type Manifest = ManifestBody & { hash: Buffer; signature: Buffer; signingKey: Buffer; closesAt: Date };

/** The newest manifest of a round, checked; null when the round is not ready. */
export async function latestManifest(tx: Tx, roundId: string): Promise<Manifest | null> {
  const row = await tx
    .selectFrom('handover.manifests')
    .select(['head', 'hash', 'signature', 'signing_key', 'closes_at'])
    .where('round_id', '=', roundId)
    .orderBy('head', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const body = await bodyOf(tx, roundId, row);
  return { ...body, hash: row.hash, signature: row.signature, signingKey: row.signing_key, closesAt: row.closes_at };
}

// A large organisation's manifest is over a megabyte. What has been checked once is kept by its hash, which binds all of it.
const CHECKED = new Map<string, ManifestBody>();
const MOST_CHECKED = 8;

async function bodyOf(tx: Tx, roundId: string, row: Omit<StoredManifest, 'body'> & { head: number }): Promise<ManifestBody> {
  const name = Buffer.from(row.hash).toString('base64url');
  const known = CHECKED.get(name);
  if (known !== undefined) return known;
  const { body: text } = await tx
    .selectFrom('handover.manifests')
    .select('body')
    .where('round_id', '=', roundId)
    .where('head', '=', row.head)
    .executeTakeFirstOrThrow();
  const body = readManifest({ ...row, body: text });
  const [oldest] = CHECKED.keys();
  if (oldest !== undefined && CHECKED.size >= MOST_CHECKED) CHECKED.delete(oldest);
  CHECKED.set(name, body);
  return body;
}

/** When the round closes or closed; null when it is not ready. */
export async function closingOf(
  tx: Tx,
  roundId: string,
): Promise<{ closesAt: Date; closedEarly: boolean; number: number } | null> {
  const head = await tx
    .selectFrom('handover.manifests')
    .select(['head', 'closes_at'])
    .where('round_id', '=', roundId)
    .orderBy('head', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (head === undefined) return null;
  const closure = await tx.selectFrom('handover.closures').select('closed_at').where('round_id', '=', roundId).executeTakeFirst();
  const early = closure !== undefined && closure.closed_at < head.closes_at;
  return { closesAt: early ? closure.closed_at : head.closes_at, closedEarly: early, number: head.head };
}

/** The urn's public keys for a round; null until it has made them. */
export async function urnKeys(tx: Tx, roundId: string): Promise<{ encryptionKey: Buffer; receiptKey: Buffer } | null> {
  const row = await tx
    .selectFrom('handover.urn_keys')
    .select(['encryption_key', 'receipt_key'])
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row === undefined ? null : { encryptionKey: row.encryption_key, receiptKey: row.receipt_key };
}
