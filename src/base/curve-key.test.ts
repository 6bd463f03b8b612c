import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { curveKey, curvePoint } from './curve-key.ts';

test('a key comes back from its point, public or private', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  assert.ok(curveKey(curvePoint(pair.publicKey)).equals(pair.publicKey));
  assert.deepEqual(curvePoint(pair.privateKey), curvePoint(pair.publicKey));
});

test('what is no point of the curve is no key', () => {
  const point = curvePoint(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);
  assert.throws(() => curveKey(point.subarray(1)));
  assert.throws(() => curveKey(Buffer.concat([point, point])));
  assert.throws(() => curveKey(Buffer.concat([Uint8Array.of(2), point.subarray(1)])));
  const off = Buffer.from(point);
  off[64] = (off[64] ?? 0) ^ 1;
  assert.throws(() => curveKey(off));
});
