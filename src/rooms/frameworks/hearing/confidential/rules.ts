import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from 'node:crypto';
import type { SealedWords } from './schema.ts';

const NONCE = 12;
const TAG = 16;
/** Sealed comments have lengths in steps of this many bytes, so that a length does not give away which of the opened ones it was. */
const STEP = 8192;

/** The key of one hearing: half of it lies in the secrets folder, half in the hearing's row until the comments are opened. */
export function hearingKey(secret: string, salt: Uint8Array): Buffer {
  return createHmac('sha256', Buffer.from(secret, 'base64url')).update('hearing').update(salt).digest();
}

/** What stands in place of a person: nobody without the key can make it from a person, or a person from it. */
export function authorMark(key: Buffer, personId: string): Buffer {
  return createHmac('sha256', key).update(`author ${personId}`).digest();
}

/** Seals a comment (AES-256-GCM), bound to its id and to its author's mark. */
export function sealWords(key: Buffer, bound: { id: string; mark: Uint8Array }, words: SealedWords): Buffer {
  const plain = Buffer.from(JSON.stringify(words));
  const padded = Buffer.alloc(Math.ceil((plain.length + 4) / STEP) * STEP);
  padded.writeUInt32BE(plain.length, 0);
  plain.copy(padded, 4);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), nonce).setAAD(aad(bound));
  const encrypted = Buffer.concat([cipher.update(padded), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
}

/** Opens a sealed comment; throws when it was made with another key, for another id or by another author. */
export function openWords(key: Buffer, bound: { id: string; mark: Uint8Array }, sealed: Buffer): SealedWords {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), sealed.subarray(0, NONCE));
  decipher.setAAD(aad(bound)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  const padded = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
  return JSON.parse(padded.subarray(4, 4 + padded.readUInt32BE(0)).toString()) as SealedWords;
}

/** The same things in an order that nobody can foresee (Fisher and Yates, with the system's random numbers). */
export function shuffled<T>(things: readonly T[]): T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

function sealingKey(key: Buffer): Buffer {
  return createHmac('sha256', key).update('seal').digest();
}

function aad({ id, mark }: { id: string; mark: Uint8Array }): Buffer {
  return Buffer.concat([Buffer.from(id), mark]);
}
