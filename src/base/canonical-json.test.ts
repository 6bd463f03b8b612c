import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';

test('two records with the same content have the same text, whatever the order they were written in', () => {
  assert.equal(canonicalJson({ b: [1, 'å', null, true], a: { d: 2, c: 1 } }), '{"a":{"c":1,"d":2},"b":[1,"å",null,true]}');
  const value = fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)));
  fc.assert(
    fc.property(value, (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse());
      assert.equal(canonicalJson(turned), canonicalJson(record));
      assert.deepEqual(JSON.parse(canonicalJson(record)), { ...record });
    }),
  );
});

test('what has more than one text is refused', () => {
  for (const odd of [0.5, Number.NaN, Infinity, 2 ** 60, undefined, () => 1, 1n, Symbol('x')])
    assert.throws(() => canonicalJson({ odd }), RangeError);
});
