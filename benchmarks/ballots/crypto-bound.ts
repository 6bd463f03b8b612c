// What one thread can check of ballots when it does nothing else: the bound that the intake is held to.
import { constants, createHash, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { curveKey } from '#base/curve-key.ts';
import { leafOf } from '#rooms/ballots/intake/write.server.ts';
import { decodeBallot, readToken, signedPart } from '#rooms/ballots/schema.ts';

/** Ballots per second, one after the other on one thread: read, token's and ballot's signature verified, receipt signed. */
export function cryptoBound(ballots: readonly Uint8Array[], groupKeys: ReadonlyMap<string, Buffer>): number {
  const keys = new Map([...groupKeys].map(([id, spki]) => [id, createPublicKey({ key: spki, format: 'der', type: 'spki' })]));
  const receiptKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const start = performance.now();
  for (const bytes of ballots) checkOne(bytes, keys, receiptKey);
  return (1000 * ballots.length) / (performance.now() - start);
}

function checkOne(bytes: Uint8Array, keys: ReadonlyMap<string, KeyObject>, receiptKey: KeyObject): void {
  const ballot = decodeBallot(bytes);
  const token = ballot === null ? null : readToken(ballot.token);
  const key = token === null ? undefined : keys.get(token.group);
  if (ballot === null || token === null || key === undefined) throw new Error('a ballot that was made here has no form');
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  const tokenGood = verify('sha384', ballot.token, pss, ballot.tokenSignature);
  const ballotKey = { key: curveKey(token.ballotKey), dsaEncoding: 'ieee-p1363' } as const;
  const ballotGood = verify('sha256', signedPart(ballot), ballotKey, ballot.signature);
  if (!tokenGood || !ballotGood) throw new Error('a ballot that was made here is not valid');
  const nullifier = createHash('sha256').update(token.ballotKey).digest();
  sign('sha256', leafOf(token, nullifier, ballot.version, ballot.sealed), { key: receiptKey, dsaEncoding: 'ieee-p1363' });
}
