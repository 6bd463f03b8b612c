import { createHash, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { environment } from '#environment';
import { found, Problem } from '#base/errors.ts';
import { now } from '#base/time.ts';
import { secret } from '#database/secrets.ts';
import { inTenant, type Tenant, type Tx } from '#database/tenant.ts';
import { closingOf, urnKeys } from '../manifest/read.server.ts';
import type { Respondent } from '../proof.server.ts';
import { blindSign, keyOwner, openPrivateKey, sealPrivateKey, TOKEN_KEY_BITS } from './keys/rules.ts';
import { decideToken } from './rules.ts';
import { keepGroupKeys } from './write.server.ts';

const BATCH = 20;
const newKeyPair = promisify(generateKeyPair);

/**
 * Makes the RSA key pair of every group that somebody is invited to (about 40 ms each, on the threads of the process). Keys are
 * kept batch by batch, so a launch that was interrupted goes on where it stopped. Returns how many groups have a key now.
 */
export async function makeGroupKeys(
  tenant: Tenant,
  roundId: string,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const { total, missing } = await tenant.transaction((tx) => groupsWithoutKey(tx, roundId));
  for (let start = 0; start < missing.length; start += BATCH) {
    const keys = await Promise.all(
      missing.slice(start, start + BATCH).map((groupId) => makeGroupKey(tenant.organisation, roundId, groupId)),
    );
    await tenant.transaction((tx) => keepGroupKeys(tx, roundId, keys));
    progress(total - missing.length + start + keys.length, total);
  }
  return total;
}

async function groupsWithoutKey(tx: Tx, roundId: string): Promise<{ total: number; missing: string[] }> {
  const rows = await tx
    .selectFrom('round_groups as g')
    .leftJoin('round_keys as k', (join) =>
      join
        .onRef('k.organisation_id', '=', 'g.organisation_id')
        .onRef('k.round_id', '=', 'g.round_id')
        .onRef('k.group_id', '=', 'g.id'),
    )
    .select(['g.id', 'k.group_id'])
    .where('g.round_id', '=', roundId)
    .where('g.invited', '>', 0)
    .execute();
  return { total: rows.length, missing: rows.filter((row) => row.group_id === null).map((row) => row.id) };
}

async function makeGroupKey(organisation: number, roundId: string, groupId: string) {
  const pair = await newKeyPair('rsa', {
    modulusLength: TOKEN_KEY_BITS,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const sealedPrivateKey = sealPrivateKey(groupKeySecret(), keyOwner(organisation, roundId, groupId), pair.privateKey);
  return { groupId, publicKey: pair.publicKey, sealedPrivateKey };
}

/** Waits until the urn has made its keys for a round. False when it has not within the time. */
export async function waitForUrnKeys(tenant: Tenant, roundId: string, seconds = 20): Promise<boolean> {
  for (let tries = 0; tries <= seconds * 4; tries++) {
    if ((await tenant.transaction((tx) => urnKeys(tx, roundId))) !== null) return true;
    await pause(250);
  }
  return false;
}

/**
 * Signs the blinded message of one invitation, once. The same message again gets the same signature again, so that a browser that
 * was interrupted can go on; any other message is refused. Nothing is kept of when.
 */
export async function issueToken(respondent: Respondent, blinded: Uint8Array): Promise<Buffer> {
  return inTenant(respondent, async (tx) => {
    // The row is locked until the transaction ends, so two presses at once cannot get two tokens.
    const rater = found(
      await tx
        .selectFrom('round_raters')
        .select(['group_id', 'issued', 'blinded_hash', 'blind_signature'])
        .where('round_id', '=', respondent.roundId)
        .where('id', '=', respondent.raterId)
        .forUpdate()
        .executeTakeFirst(),
    );
    const closing = await closingOf(tx, respondent.roundId);
    if (closing === null || closing.closesAt <= now()) throw new Problem('closed');
    const blindedHash = createHash('sha256').update(blinded).digest();
    const state = { issued: rater.issued, blindedHash: rater.blinded_hash, blindSignature: rater.blind_signature };
    const decision = decideToken(state, blindedHash);
    if (decision.kind === 'refuse') throw new Problem('conflict');
    if (decision.kind === 'repeat') return Buffer.from(decision.signature);
    const signature = await signBlinded(tx, respondent, rater.group_id, blinded);
    await tx
      .updateTable('round_raters')
      .set({ issued: true, blinded_hash: blindedHash, blind_signature: signature })
      .where('round_id', '=', respondent.roundId)
      .where('id', '=', respondent.raterId)
      .execute();
    return signature;
  });
}

async function signBlinded(tx: Tx, respondent: Respondent, groupId: string, blinded: Uint8Array): Promise<Buffer> {
  const { roundId, tenant } = respondent;
  const row = await tx
    .selectFrom('round_keys')
    .select('sealed_private_key')
    .where('round_id', '=', roundId)
    .where('group_id', '=', groupId)
    .executeTakeFirst();
  if (row?.sealed_private_key === undefined || row.sealed_private_key === null) throw new Problem('closed');
  const key = openPrivateKey(groupKeySecret(), keyOwner(tenant.organisation, roundId, groupId), row.sealed_private_key);
  const signature = blindSign(key, blinded);
  if (signature === null) throw new Problem('invalid');
  return signature;
}

/** The key that group keys are encrypted with: a file beside the database, never in it. */
function groupKeySecret(): string {
  return secret(environment.dataDir, 'group-keys');
}
