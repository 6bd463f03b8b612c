import { createHash, randomBytes } from 'node:crypto';

/** A bearer secret: it begins with the organisation's number, so that the look-up can happen inside the organisation. */
export type Bearer = { organisation: number; hash: Buffer };

/** Makes a new secret for an organisation (0 for operators). Only the hash is ever stored. */
export function newBearer(organisation: number): { text: string; hash: Buffer } {
  const text = `${organisation}.${randomBytes(32).toString('base64url')}`;
  return { text, hash: hashOf(text) };
}

/** Reads a secret back. Anything not of its form is null. */
export function readBearer(text: string | undefined | null): Bearer | null {
  const match = /^(\d{1,9})\.([A-Za-z0-9_-]{43})$/.exec(text ?? '');
  if (match === null) return null;
  return { organisation: Number(match[1]), hash: hashOf(match[0]) };
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
