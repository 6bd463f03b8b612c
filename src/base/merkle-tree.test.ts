import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { merkleLeaf, merklePath, merkleRoot } from './merkle-tree.ts';

const hash = (...parts: (Buffer | Uint8Array)[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const node = (left: Buffer, right: Buffer) => hash(Uint8Array.of(1), left, right);

test('the tree of three and of five entries is the one of RFC 9162', () => {
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((text) => hash(Uint8Array.of(0), Buffer.from(text)));
  if (!a || !b || !c || !d || !e) assert.fail();
  assert.deepEqual(merkleLeaf('a'), a);
  assert.deepEqual(merkleRoot([]), hash());
  assert.deepEqual(merkleRoot([a]), a);
  assert.deepEqual(merkleRoot([a, b, c]), node(node(a, b), c));
  assert.deepEqual(merkleRoot([a, b, c, d, e]), node(node(node(a, b), node(c, d)), e));
  assert.deepEqual(merklePath([a, b, c, d, e], 4), [node(node(a, b), node(c, d))]);
  assert.deepEqual(merklePath([a, b, c, d, e], 2), [d, node(a, b), e]);
});

test('another entry anywhere gives another root', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), fc.nat(), fc.string(), (texts, at, other) => {
      const index = at % texts.length;
      fc.pre(texts[index] !== other);
      const changed = texts.map((text, place) => (place === index ? other : text));
      assert.notDeepEqual(merkleRoot(texts.map(merkleLeaf)), merkleRoot(changed.map(merkleLeaf)));
    }),
  );
});
