import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  privateDecrypt,
  randomBytes,
  constants,
  type KeyObject,
} from 'node:crypto';

const NONCE = 12;
const TAG = 16;
export const TOKEN_KEY_BITS = 2048;
export const BLINDED_BYTES = TOKEN_KEY_BITS / 8;

/** Encrypts a group's private key (PKCS#8) with the key from the secrets folder, bound to the group it is for. */
export function sealPrivateKey(secret: string, owner: string, pkcs8: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(secret, 'base64url'), nonce).setAAD(Buffer.from(owner));
  const encrypted = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
}

/** Decrypts a group's private key; throws when it was made for another group or has been changed. */
export function openPrivateKey(secret: string, owner: string, sealed: Buffer): KeyObject {
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(secret, 'base64url'), sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  const pkcs8 = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
}

/** The group a private key belongs to, as it is bound to its encryption. */
export function keyOwner(organisation: number, roundId: string, groupId: string): string {
  return `${organisation} ${roundId} ${groupId}`;
}

/**
 * Signs a blinded message (RFC 9474, 4.3) by OpenSSL's raw RSA, which gives the same bytes as the reference library in a thousandth
 * of the time. Null when the message is not of the key's length or not below its modulus.
 */
export function blindSign(key: KeyObject, blinded: Uint8Array): Buffer | null {
  if (blinded.length !== BLINDED_BYTES) return null;
  try {
    return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);
  } catch {
    return null;
  }
}
