import { createPublicKey, type KeyObject } from 'node:crypto';
import { newBlindId } from '#base/ids.ts';
import { curvePoint } from '#base/curve-key.ts';
import { inTenant, type Tenant, type Tx } from '#database/tenant.ts';
import { isAnswer } from '#questions/likert5/schema.ts';
import type { ManifestBody } from '#rooms/rounds/manifest/schema.ts';
import { ballotIsSigned, GroupKeys, tokenIsGood } from '../intake/rules.ts';
import { lockForOpening } from '../intake/write.server.ts';
import { readAnswers, readToken, sealContext, type Ballot } from '../schema.ts';
import { unseal } from '../sealing/rules.ts';
import { isOpened } from '../watch/read.server.ts';
import { poolSmallGroups, shuffled, type Moved } from './rules.ts';

type Opened = { group: string; answers: Buffer };
type Envelope = Ballot & { nullifier: Buffer };
const PAGE = 200;
const INSERTED = 1000;

/**
 * Opens a round's urn, once: checks and decrypts every envelope, pools small groups, mixes, hands over, and deletes the envelopes, all in
 * one transaction. False when it was opened before. The caller deletes the private key afterwards.
 */
export async function openUrn(tenant: Tenant, manifest: ManifestBody, urnKey: KeyObject): Promise<boolean> {
  return inTenant(tenant, async (tx) => {
    const { round } = manifest.head;
    await lockForOpening(tx, round);
    if (await isOpened(tx, round)) return false;
    const { envelopes, opened } = await decryptAll(tx, manifest, await keyPairOf(urnKey));
    const moved = poolSmallGroups(manifest, countPerGroup(opened));
    const into = new Map(moved.map((move) => [move.group, move.into]));
    const placed = opened.flatMap((ballot) => {
      const group = into.has(ballot.group) ? into.get(ballot.group) : ballot.group;
      return group === null || group === undefined ? [] : [{ group, answers: ballot.answers }];
    });
    await insertOpened(tx, manifest, shuffled(placed));
    await insertOpening(tx, manifest, {
      envelopes,
      unreadable: envelopes - opened.length,
      dropped: opened.length - placed.length,
      moved,
    });
    await tx.deleteFrom('urn.envelopes').where('round_id', '=', round).execute();
    return true;
  });
}

/** Reads the envelopes page by page in order of nullifier, which says nothing about when they came. */
async function decryptAll(
  tx: Tx,
  manifest: ManifestBody,
  urnKey: CryptoKeyPair,
): Promise<{ envelopes: number; opened: Opened[] }> {
  const keys = new GroupKeys(manifest.groups);
  const opened: Opened[] = [];
  let envelopes = 0;
  let after: Buffer = Buffer.alloc(0);
  for (;;) {
    const page = await nextPage(tx, manifest.head.round, after);
    const last = page.at(-1);
    if (last === undefined) return { envelopes, opened };
    envelopes += page.length;
    after = last.nullifier;
    const read = await Promise.all(page.map((envelope) => readEnvelope(manifest, keys, urnKey, envelope)));
    opened.push(...read.filter((ballot) => ballot !== null));
  }
}

async function nextPage(tx: Tx, roundId: string, after: Buffer): Promise<Envelope[]> {
  const rows = await tx
    .selectFrom('urn.envelopes')
    .select(['nullifier', 'token', 'token_signature as tokenSignature', 'version', 'sealed', 'signature'])
    .where('round_id', '=', roundId)
    .where('nullifier', '>', after)
    .orderBy('nullifier')
    .limit(PAGE)
    .execute();
  return rows;
}

/** What an envelope holds; null when a signature is wrong or its contents are no answers to this round's questions. */
async function readEnvelope(
  manifest: ManifestBody,
  keys: GroupKeys,
  urnKey: CryptoKeyPair,
  envelope: Envelope,
): Promise<Opened | null> {
  const token = readToken(envelope.token);
  if (token === null || token.round !== manifest.head.round) return null;
  if (!tokenIsGood(keys, token, envelope) || !ballotIsSigned(token, envelope)) return null;
  const padded = await unseal(urnKey, Uint8Array.from(envelope.sealed), sealContext(envelope.token, envelope.version));
  const answers = padded === null ? null : readAnswers(padded);
  if (answers === null || answers.length !== manifest.head.questions.length || !answers.every(isAnswer)) return null;
  return { group: token.group, answers: Buffer.from(answers) };
}

function countPerGroup(opened: readonly Opened[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const ballot of opened) counts.set(ballot.group, (counts.get(ballot.group) ?? 0) + 1);
  return counts;
}

async function insertOpened(tx: Tx, manifest: ManifestBody, ballots: readonly Opened[]): Promise<void> {
  const { organisation, round } = manifest.head;
  for (let start = 0; start < ballots.length; start += INSERTED) {
    const rows = ballots.slice(start, start + INSERTED).map((ballot) => ({
      organisation_id: organisation,
      round_id: round,
      id: newBlindId(),
      group_id: ballot.group,
      answers: ballot.answers,
    }));
    await tx.insertInto('handover.opened').values(rows).execute();
  }
}

type Result = { envelopes: number; unreadable: number; dropped: number; moved: Moved[] };

async function insertOpening(tx: Tx, manifest: ManifestBody, result: Result): Promise<void> {
  const { organisation, round } = manifest.head;
  const { envelopes, unreadable, dropped, moved } = result;
  await tx
    .insertInto('handover.openings')
    .values({ organisation_id: organisation, round_id: round, envelopes, unreadable, dropped, pooled: JSON.stringify(moved) })
    .execute();
}

async function keyPairOf(key: KeyObject): Promise<CryptoKeyPair> {
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  const secret = Uint8Array.from(key.export({ type: 'pkcs8', format: 'der' }));
  const point = Uint8Array.from(curvePoint(createPublicKey(key)));
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', secret, algorithm, true, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('raw', point, algorithm, true, []),
  };
}
