import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { leafInput, readToken, toBase64, type Receipt } from '../schema.ts';
import { highestPerNullifier, nameOf, type Accepted } from './rules.ts';

export type Kept = { kind: 'kept' | 'outdated'; receipt: Receipt } | { kind: 'closed' };
type Held = { version: number; leaf: Buffer; receipt: Buffer };

/**
 * Keeps a batch of one organisation's ballots in one statement. A ballot replaces an older version of itself; for one that is the same
 * as what is held the held receipt is given, for an older one too, as outdated. Nothing is kept of a round whose urn was opened.
 */
export async function keepBatch(tx: Tx, batch: readonly Accepted[]): Promise<Kept[]> {
  const opened = await openedRounds(tx, batch);
  const open = batch.filter((accepted) => !opened.has(accepted.roundId));
  const winners = highestPerNullifier(open);
  const held = new Map<string, Held>(
    winners.map((winner) => [nameOf(winner), { version: winner.ballot.version, leaf: winner.leaf, receipt: winner.receipt }]),
  );
  const written = await upsert(tx, winners);
  for (const row of await heldInstead(
    tx,
    winners.filter((winner) => !written.has(nameOf(winner))),
  ))
    held.set(row.name, row);
  return batch.map((accepted) => {
    const now = held.get(nameOf(accepted));
    if (now === undefined) return { kind: 'closed' };
    const receipt = { receipt: toBase64(now.receipt), leaf: toBase64(now.leaf), version: now.version };
    return { kind: now.leaf.equals(accepted.leaf) ? 'kept' : 'outdated', receipt };
  });
}

/**
 * Of the batch's rounds those whose urn was opened. The shared lock lasts until the transaction ends and keeps an opening waiting, so
 * that no ballot is acknowledged that the opening has not seen.
 */
async function openedRounds(tx: Tx, batch: readonly Accepted[]): Promise<Set<string>> {
  const rounds = [...new Set(batch.map((accepted) => accepted.roundId))].sort();
  for (const roundId of rounds) await lockIntake(tx, roundId);
  const rows = await tx.selectFrom('handover.openings').select('round_id').where('round_id', 'in', rounds).execute();
  return new Set(rows.map((row) => row.round_id));
}

/** Held while ballots are written: many may hold it at once. */
async function lockIntake(tx: Tx, roundId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(current_organisation(), hashtext(${roundId}))`.execute(tx);
}

/** Held while the urn is opened: waits for all who write ballots, and keeps new ones waiting. */
export async function lockForOpening(tx: Tx, roundId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(current_organisation(), hashtext(${roundId}))`.execute(tx);
}

/** Writes each ballot that is new or of a higher version than the one held; gives the names of those written. */
async function upsert(tx: Tx, rows: readonly Accepted[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const column = <T>(pick: (row: Accepted) => T) => rows.map(pick);
  const bytes = (pick: (row: Accepted) => Uint8Array) => column((row) => Buffer.from(pick(row)));
  const result = await sql<{ round_id: string; nullifier: Buffer }>`
    insert into urn.envelopes as held
      (organisation_id, round_id, nullifier, group_id, token, token_signature, version, sealed, signature, receipt)
    select ${await organisationOf(tx)}::int, t.* from unnest(
      ${column((row) => row.roundId)}::uuid[], ${bytes((row) => row.nullifier)}::bytea[], ${column((row) => row.groupId)}::uuid[],
      ${bytes((row) => row.ballot.token)}::bytea[], ${bytes((row) => row.ballot.tokenSignature)}::bytea[],
      ${column((row) => row.ballot.version)}::int[], ${bytes((row) => row.ballot.sealed)}::bytea[],
      ${bytes((row) => row.ballot.signature)}::bytea[], ${bytes((row) => row.receipt)}::bytea[]) as t
    on conflict (organisation_id, round_id, nullifier) do update set
      group_id = excluded.group_id, token = excluded.token, token_signature = excluded.token_signature, version = excluded.version,
      sealed = excluded.sealed, signature = excluded.signature, receipt = excluded.receipt
    where held.version < excluded.version
    returning held.round_id, held.nullifier`.execute(tx);
  return new Set(result.rows.map((row) => nameOf({ roundId: row.round_id, nullifier: row.nullifier })));
}

/** What the urn holds where it did not write: an equal or later version. */
async function heldInstead(tx: Tx, losers: readonly Accepted[]): Promise<(Held & { name: string })[]> {
  if (losers.length === 0) return [];
  const rows = await tx
    .selectFrom('urn.envelopes')
    .select(['round_id', 'nullifier', 'token', 'version', 'sealed', 'receipt'])
    .where(
      'nullifier',
      'in',
      losers.map((loser) => loser.nullifier),
    )
    .execute();
  return rows.flatMap((row) => {
    const token = readToken(row.token);
    if (token === null) return [];
    const leaf = leafOf(token, row.nullifier, row.version, row.sealed);
    return [
      { name: nameOf({ roundId: row.round_id, nullifier: row.nullifier }), version: row.version, leaf, receipt: row.receipt },
    ];
  });
}

/** The leaf of a ballot: what its receipt is a signature over. */
export function leafOf(
  token: { round: string; group: string; ballotKey: Uint8Array },
  nullifier: Uint8Array,
  version: number,
  sealed: Uint8Array,
): Buffer {
  const sealedHash = createHash('sha256').update(sealed).digest();
  return createHash('sha256')
    .update(leafInput(token, nullifier, version, sealedHash))
    .digest();
}
