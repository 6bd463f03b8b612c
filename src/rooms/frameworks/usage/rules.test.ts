import assert from 'node:assert/strict';
import { test } from 'node:test';
import { USE_KINDS, type Use } from '../schema.ts';
import { linkUses } from './rules.ts';

const use = (kind: Use['kind'], usedId: string): Use => ({ statementId: 's', kind, usedId, title: usedId });

test('HO8 every kind of use leads to its place, and a use the reader may not follow does not exist', () => {
  for (const kind of USE_KINDS) {
    const linked = linkUses([use(kind, 'a'), use(kind, 'b')], new Map([[kind, new Map([['a', '/sted']])]]));
    assert.deepEqual(
      linked.get('s')?.map(({ usedId, href }) => [usedId, href]),
      [['a', '/sted']],
    );
  }
});

test('HO8 a kind of thing without pages is told in words', () => {
  assert.equal(linkUses([use('goal', 'a')], new Map()).get('s')?.[0]?.href, null);
});
