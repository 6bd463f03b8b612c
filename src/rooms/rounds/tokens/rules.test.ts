import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { codeHash, codeOf, decideToken, linkOf } from './rules.ts';
import { readCode } from './schema.ts';

const secret = 'a secret of the installation';
const hash = (text: string) => createHash('sha256').update(text).digest();
const RATER = '0b0c7a52-3f0e-4c55-9c58-2a7a3a3b0c11';

test('one token per invitation: signed once, then only the same question gets the same answer', () => {
  const fresh = { issued: false, blindedHash: null, blindSignature: null };
  const used = { issued: true, blindedHash: hash('mine'), blindSignature: Buffer.from('signature') };
  assert.deepEqual(decideToken(fresh, hash('mine')), { kind: 'sign' });
  assert.deepEqual(decideToken(used, hash('mine')), { kind: 'repeat', signature: Buffer.from('signature') });
  assert.deepEqual(decideToken(used, hash('another')), { kind: 'refuse' });
  assert.deepEqual(decideToken({ ...used, blindSignature: null }, hash('mine')), { kind: 'refuse' });
});

test('a reminder carries the same link and code as the invitation; another invitation has others', () => {
  assert.deepEqual(linkOf(secret, 3, RATER), linkOf(secret, 3, RATER));
  const all = [
    linkOf(secret, 3, RATER),
    linkOf(secret, 4, RATER),
    linkOf('another', 3, RATER),
    codeOf(secret, 3, RATER),
    codeOf(secret, 4, RATER),
  ];
  assert.equal(new Set(all.map((way) => way.text)).size, all.length);
  assert.match(linkOf(secret, 3, RATER).text, /^3\.[A-Za-z0-9_-]{43}$/);
});

test('a printed code has 60 bits in letters that cannot be mistaken, and is kept only as a keyed hash', () => {
  const code = codeOf(secret, 3, RATER);
  assert.match(code.text, /^3-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.deepEqual(code.hash, codeHash(secret, code.text));
  assert.notDeepEqual(code.hash, hash(code.text));
});

test('a code is read however it was typed', () => {
  for (const typed of [
    '3-K7QF-9M2X-TR4D',
    ' 3-k7qf-9m2x-tr4d ',
    '3 K7QF 9M2X TR4D',
    '3K7QF9M2XTR4D',
    '3–k7qf–9m2x–tr4d',
    '003-K7QF-9M2X-TR4D',
  ])
    assert.deepEqual(readCode(typed), { organisation: 3, text: '3-K7QF-9M2X-TR4D' });
  assert.deepEqual(readCode('12-OIL0-OIL1-0000'), { organisation: 12, text: '12-0110-0111-0000' });
  for (const typed of ['', '3', 'K7QF-9M2X-TR4D', '3-K7QF-9M2X-TR4', '3-K7QF-9M2X-TR4DD', '3-K7QF-9M2X-TRUD', 'x-K7QF-9M2X-TR4D'])
    assert.equal(readCode(typed), null);
});
