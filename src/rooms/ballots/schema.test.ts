import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  BALLOT_BYTES,
  decodeBallot,
  encodeBallot,
  fromBase64,
  padAnswers,
  PADDED_ANSWERS,
  readAnswers,
  readToken,
  SEALED_BYTES,
  toBase64,
  tokenMessage,
} from './schema.ts';

const token = () => ({
  round: crypto.randomUUID(),
  group: crypto.randomUUID(),
  ballotKey: Uint8Array.from([4, ...randomBytes(64)]),
});
const bytes = (length: number) => Uint8Array.from(randomBytes(length));

test('every ballot has the same length, however many questions and whatever was answered', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, 2, 3, 4, 5, 255), { minLength: 1, maxLength: 200 }), (answers) => {
      const padded = padAnswers(answers);
      assert.equal(padded.length, PADDED_ANSWERS);
      assert.deepEqual(readAnswers(padded), answers);
    }),
  );
});

test('a ballot is read back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (version) => {
      const ballot = {
        token: tokenMessage(bytes(32), token()),
        tokenSignature: bytes(256),
        version,
        sealed: bytes(SEALED_BYTES),
        signature: bytes(64),
      };
      const encoded = encodeBallot(ballot);
      assert.equal(encoded.length, BALLOT_BYTES);
      assert.deepEqual(decodeBallot(encoded), ballot);
    }),
  );
});

test('a version below one or beyond the column is no ballot', () => {
  const parts = {
    token: tokenMessage(bytes(32), token()),
    tokenSignature: bytes(256),
    sealed: bytes(SEALED_BYTES),
    signature: bytes(64),
  };
  for (const version of [0, 2 ** 31, 2 ** 32 - 1]) assert.equal(decodeBallot(encodeBallot({ ...parts, version })), null);
});

test('a token says its round, group and key; anything of another form says nothing', () => {
  const mine = token();
  const message = tokenMessage(bytes(32), mine);
  assert.deepEqual(readToken(message), mine);
  for (const place of [32, 40]) assert.equal(readToken(message.map((byte, at) => (at === place ? byte ^ 1 : byte))), null);
  assert.equal(readToken(message.slice(1)), null);
  assert.equal(readToken(tokenMessage(bytes(32), { ...mine, ballotKey: Uint8Array.from([2, ...randomBytes(64)]) })), null);
});

test('what is no list of numbers is no answers', () => {
  for (const text of ['', 'x', '[]', '{}', '{"answers":{}}', '{"answers":["1"]}', '{"answers":[1,null]}', '\u00ff'])
    assert.equal(readAnswers(Buffer.from(text, 'latin1')), null);
});

test('bytes come back from their text', () => {
  fc.assert(fc.property(fc.uint8Array(), (some) => assert.deepEqual(fromBase64(toBase64(some)), some)));
});
