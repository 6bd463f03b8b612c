import { seal } from '../sealing/rules.ts';
import { encodeBallot, leafInput, padAnswers, readToken, sealContext, signedPart, type Receipt } from '../schema.ts';
import { fromBase64, toBase64 } from '../schema.ts';
import { sha256, verifyCurve } from './manifest-check.ts';

/** A one-time key for the ballots of one invitation. The private part cannot leave the browser. */
export async function newBallotKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}

/** The raw point of a ballot key's public part. */
export async function ballotPoint(key: CryptoKeyPair): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key.publicKey));
}

/** Seals one number per question, in the manifest's order, for this token and version. */
export function sealAnswers(
  encryptionKey: Uint8Array<ArrayBuffer>,
  token: Uint8Array,
  version: number,
  answers: readonly number[],
): Promise<Uint8Array<ArrayBuffer>> {
  return seal(encryptionKey, padAnswers(answers), sealContext(token, version));
}

/** Signs and assembles a ballot as it is sent. */
export async function assembleBallot(
  key: CryptoKeyPair,
  parts: { token: Uint8Array; tokenSignature: Uint8Array; version: number; sealed: Uint8Array },
): Promise<Uint8Array<ArrayBuffer>> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, signedPart(parts));
  return encodeBallot({ ...parts, signature: new Uint8Array(signature) });
}

/** Is this the urn's receipt for exactly this ballot? */
export async function checkReceipt(
  receiptKey: Uint8Array<ArrayBuffer>,
  receipt: Receipt,
  ballot: { token: Uint8Array; version: number; sealed: Uint8Array },
): Promise<boolean> {
  const token = readToken(ballot.token);
  if (token === null || receipt.version !== ballot.version) return false;
  const leaf = await sha256(leafInput(token, await sha256(token.ballotKey), ballot.version, await sha256(ballot.sealed)));
  return toBase64(leaf) === receipt.leaf && (await verifyCurve(receiptKey, fromBase64(receipt.receipt), leaf));
}
