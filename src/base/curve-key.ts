import { createPublicKey, type KeyObject } from 'node:crypto';

// What stands before the point in the usual encoding (SubjectPublicKeyInfo) of a key on P-256.
const PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/** A public key on P-256 from its raw point (65 bytes: 4, x, y). Throws when it is no point of the curve. */
export function curveKey(point: Uint8Array): KeyObject {
  if (point.length !== 65 || point[0] !== 4) throw new RangeError('not a point');
  return createPublicKey({ key: Buffer.concat([PREFIX, point]), format: 'der', type: 'spki' });
}

/** The raw point of a key on P-256, public or private. */
export function curvePoint(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  if (x === undefined || y === undefined) throw new RangeError('not a key on a curve');
  return Buffer.concat([Uint8Array.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
}
