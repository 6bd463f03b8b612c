import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { blindToken, finishToken } from '#rooms/ballots/client/blind-token.ts';
import { BlindRSA } from '@cloudflare/blindrsa-ts/lib/src/blindrsa.js';
import { blindSign, keyOwner, openPrivateKey, sealPrivateKey } from './rules.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'der' });
const spki = Uint8Array.from(pair.publicKey.export({ type: 'spki', format: 'der' }));
const secret = randomBytes(32).toString('base64url');
const [round, group] = [crypto.randomUUID(), crypto.randomUUID()];
const ballotKey = Uint8Array.from([4, ...randomBytes(64)]);

test('a private key can be read back for its own group only, with the right secret, unchanged', () => {
  const sealed = sealPrivateKey(secret, keyOwner(3, round, group), pkcs8);
  assert.ok(openPrivateKey(secret, keyOwner(3, round, group), sealed).equals(pair.privateKey));
  assert.equal(sealed.includes(pkcs8.subarray(30, 60)), false);
  assert.throws(() => openPrivateKey(secret, keyOwner(3, round, crypto.randomUUID()), sealed));
  assert.throws(() => openPrivateKey(randomBytes(32).toString('base64url'), keyOwner(3, round, group), sealed));
  assert.throws(() =>
    openPrivateKey(secret, keyOwner(3, round, group), Buffer.from(sealed.map((byte, at) => (at === 60 ? byte ^ 1 : byte)))),
  );
});

test('what the register signs blindly is the same as the reference library signs, and becomes a good token', async () => {
  const token = await blindToken(spki, round, group, ballotKey);
  const signature = blindSign(pair.privateKey, token.blinded) ?? assert.fail();
  const suite = new BlindRSA({
    name: 'RSABSSA-SHA384-PSS-Randomized',
    hash: 'SHA-384',
    saltLength: 48,
    prepareType: 32,
    supportsRSARAW: false,
  });
  const key = await crypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
    'sign',
  ]);
  assert.deepEqual(Uint8Array.from(signature), Uint8Array.from(await suite.blindSign(key, token.blinded)));
  assert.equal((await finishToken(spki, token, signature)).length, 256);
});

test('a browser does not accept a signature with another key', async () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const token = await blindToken(spki, round, group, ballotKey);
  let signature = blindSign(other.privateKey, token.blinded);
  // A message that is not below the other key's modulus cannot be signed with it at all.
  while (signature === null) signature = blindSign(other.privateKey, (await blindToken(spki, round, group, ballotKey)).blinded);
  await assert.rejects(finishToken(spki, token, signature));
});

test('a message of the wrong length, or above the modulus, is not signed', () => {
  assert.equal(blindSign(pair.privateKey, new Uint8Array(255)), null);
  assert.equal(blindSign(pair.privateKey, new Uint8Array(257)), null);
  assert.equal(blindSign(pair.privateKey, new Uint8Array(256).fill(255)), null);
});
