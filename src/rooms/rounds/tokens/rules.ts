import { createHash, createHmac } from 'node:crypto';

/** What the register holds of one invitation's token. */
export type TokenState = { issued: boolean; blindedHash: Uint8Array | null; blindSignature: Uint8Array | null };

export type TokenDecision = { kind: 'sign' } | { kind: 'repeat'; signature: Uint8Array } | { kind: 'refuse' };

/** One token per invitation: signed once, and afterwards only the identical message is answered again, with the identical answer. */
export function decideToken(state: TokenState, blindedHash: Uint8Array): TokenDecision {
  if (!state.issued) return { kind: 'sign' };
  const same = state.blindedHash !== null && Buffer.from(state.blindedHash).equals(blindedHash);
  return same && state.blindSignature !== null ? { kind: 'repeat', signature: state.blindSignature } : { kind: 'refuse' };
}

/** A way in to one invitation: what its holder gets, and what the register keeps of it. */
export type WayIn = { text: string; hash: Buffer };

// Crockford's base 32: no I, L, O or U, so that a printed code can be read only one way.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The link of an invitation. It follows from the installation's secret, so that a reminder can carry the same link again. */
export function linkOf(secret: string, organisation: number, raterId: string): WayIn {
  const text = `${organisation}.${derived(secret, `link ${organisation} ${raterId}`).toString('base64url')}`;
  return { text, hash: createHash('sha256').update(text).digest() };
}

/** The code of an invitation, as printed in a letter: 60 bits that follow from the installation's secret. */
export function codeOf(secret: string, organisation: number, raterId: string): WayIn {
  const bytes = derived(secret, `code ${organisation} ${raterId}`);
  const signs = Array.from(bytes.subarray(0, 12), (byte) => LETTERS[byte & 31]).join('');
  const text = `${organisation}-${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
  return { text, hash: codeHash(secret, text) };
}

/** A code is short, so what is kept of it is keyed: a copy of the database is of no use for guessing. */
export function codeHash(secret: string, code: string): Buffer {
  return derived(secret, `kept ${code}`);
}

function derived(secret: string, purpose: string): Buffer {
  return createHmac('sha256', secret).update(purpose).digest();
}
