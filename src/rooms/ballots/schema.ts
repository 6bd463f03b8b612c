// What a ballot looks like on the wire and in the urn. Shared with the browser: no I/O, nothing that only a server has.
// A ballot is always exactly as long as every other, so that its length tells nothing.

const RANDOMIZER = 32;
const PREFIX = new TextEncoder().encode('pejling/1');
const ID = 16;
const POINT = 65;
const MESSAGE = RANDOMIZER + PREFIX.length + ID + ID + POINT;
const TOKEN_SIGNATURE = 256;
const VERSION = 4;
const ECDSA = 64;

/** Answers are padded to this length before they are sealed: room for 200 questions. */
export const PADDED_ANSWERS = 1024;
/** The sender's one-time key, the padded answers, the authentication tag. */
export const SEALED_BYTES = POINT + PADDED_ANSWERS + 16;
export const BALLOT_BYTES = MESSAGE + TOKEN_SIGNATURE + VERSION + SEALED_BYTES + ECDSA;
const HIGHEST_VERSION = 2 ** 31 - 1;

/** A ballot taken apart. `token` is the message that was signed blindly; `signature` is the ballot key's over all that stands before it. */
export type Ballot = {
  token: Uint8Array;
  tokenSignature: Uint8Array;
  version: number;
  sealed: Uint8Array;
  signature: Uint8Array;
};

/** What a token says: for which round and group, and which key its ballots are signed with. */
export type Token = { round: string; group: string; ballotKey: Uint8Array };

/** The urn's answer to a ballot: its signature over the leaf, and the version it holds. */
export type Receipt = { receipt: string; leaf: string; version: number };

/** Why the urn did not take a ballot. `outdated` carries the receipt of the ballot it holds. */
export type Refusal = { problem: 'form' | 'unknown_round' | 'token' | 'signature' | 'outdated' | 'closed' | 'busy' };

/** The token's message: randomizer || "pejling/1" || round || group || ballot key. */
export function tokenMessage(randomizer: Uint8Array, token: Token): Uint8Array<ArrayBuffer> {
  if (randomizer.length !== RANDOMIZER || token.ballotKey.length !== POINT) throw new RangeError('wrong length in a token');
  return joined([randomizer, PREFIX, idBytes(token.round), idBytes(token.group), token.ballotKey]);
}

/** Reads a token's message; null when it has not the form of one. */
export function readToken(message: Uint8Array): Token | null {
  const start = RANDOMIZER + PREFIX.length;
  if (message.length !== MESSAGE || !PREFIX.every((byte, index) => message[RANDOMIZER + index] === byte)) return null;
  const ballotKey = message.slice(start + 2 * ID);
  if (ballotKey[0] !== 4) return null;
  return {
    round: idText(message.subarray(start, start + ID)),
    group: idText(message.subarray(start + ID, start + 2 * ID)),
    ballotKey,
  };
}

/** The part of a ballot that its own key signs. */
export function signedPart(ballot: Omit<Ballot, 'signature'>): Uint8Array<ArrayBuffer> {
  return joined([ballot.token, ballot.tokenSignature, versionBytes(ballot.version), ballot.sealed]);
}

/** A ballot as it is sent. */
export function encodeBallot(ballot: Ballot): Uint8Array<ArrayBuffer> {
  return joined([signedPart(ballot), ballot.signature]);
}

/** Takes a ballot apart; null when it is not exactly of the right length or its version is none. */
export function decodeBallot(bytes: Uint8Array): Ballot | null {
  if (bytes.length !== BALLOT_BYTES) return null;
  let at = 0;
  const take = (length: number) => bytes.subarray(at, (at += length));
  const token = take(MESSAGE);
  const tokenSignature = take(TOKEN_SIGNATURE);
  const version = take(VERSION).reduce((sum, byte) => sum * 256 + byte, 0);
  if (version < 1 || version > HIGHEST_VERSION) return null;
  return { token, tokenSignature, version, sealed: take(SEALED_BYTES), signature: take(ECDSA) };
}

/** What a receipt stands for, before hashing: 0 || round || group || nullifier || version || hash of the sealed answers. */
export function leafInput(token: Token, nullifier: Uint8Array, version: number, sealedHash: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined([Uint8Array.of(0), idBytes(token.round), idBytes(token.group), nullifier, versionBytes(version), sealedHash]);
}

/** What the seal of a ballot is bound to besides the urn's key: its token and version, so that sealed answers cannot be moved to another. */
export function sealContext(token: Uint8Array, version: number): Uint8Array<ArrayBuffer> {
  return joined([token, versionBytes(version)]);
}

/** One number per question of the manifest, in its order, as text padded to the common length. */
export function padAnswers(answers: readonly number[]): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify({ answers });
  if (text.length > PADDED_ANSWERS) throw new RangeError('too many answers for a ballot');
  return joined([new TextEncoder().encode(text.padEnd(PADDED_ANSWERS, ' '))]);
}

/** Reads padded answers back; null when they are no list of numbers. */
export function readAnswers(padded: Uint8Array): number[] | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(padded));
    const answers = typeof value === 'object' && value !== null && 'answers' in value ? value.answers : null;
    return Array.isArray(answers) && answers.every((answer) => typeof answer === 'number') ? answers : null;
  } catch {
    return null;
  }
}

/** Bytes as base64url without padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Bytes from base64url; throws on anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function idBytes(id: string): Uint8Array<ArrayBuffer> {
  const hex = id.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new RangeError('not an id');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function idText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function versionBytes(version: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(version >>> 24, version >>> 16, version >>> 8, version);
}
