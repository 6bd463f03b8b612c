import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { poolSmallGroups } from './pooling.ts';
import { organisation } from './random-tree.test.ts';
import { groupLeaf, raterTree } from './rater-tree.ts';

const tree = raterTree([
  { id: 'top', parent: null },
  { id: 'mid', parent: 'top' },
  { id: 'a', parent: 'mid' },
  { id: 'b', parent: 'mid' },
]);

test('groups under k gather in the nearest pool above that reaches k', () => {
  const pooling = poolSmallGroups(tree, [9, 7, 3, 2], null, 5);
  assert.deepEqual(pooling.groups, [{ kind: 'own' }, { kind: 'own' }, { kind: 'pool', node: 1 }, { kind: 'pool', node: 1 }]);
  assert.deepEqual([...pooling.poolSizes], [0, 5, 0, 0]);
  assert.equal(pooling.dropped, 0);
});

test('a pool that shrank under k at opening goes to the pool above, and under k at the top it is dropped and counted', () => {
  const moved = poolSmallGroups(tree, [3, 9, 9, 9], [0, 4, 0, 0], 5);
  assert.deepEqual(
    [moved.pools[1], moved.groups[0]],
    [
      { kind: 'pool', node: 0 },
      { kind: 'pool', node: 0 },
    ],
  );
  assert.equal(moved.poolSizes[0], 7);
  const lost = poolSmallGroups(tree, [0, 9, 2, 9], [1, 0, 0, 0], 5);
  assert.deepEqual([lost.groups[2], lost.pools[0], lost.dropped], [{ kind: 'dropped' }, { kind: 'dropped' }, 3]);
  assert.deepEqual([...lost.poolSizes], [0, 0, 0, 0]);
});

test('afterwards every group and every pool is empty or has k, and nobody is lost uncounted', () => {
  fc.assert(
    fc.property(organisation, fc.integer({ min: 5, max: 8 }), ({ tree: invented, counts }, k) => {
      const groups = invented.ids.map((_, node) => counts.people[groupLeaf(node)] ?? 0);
      const pooling = poolSmallGroups(invented, groups, null, k);
      const own = groups.filter((_, node) => pooling.groups[node]?.kind === 'own');
      assert.ok(own.every((size) => size === 0 || size >= k));
      assert.ok(pooling.poolSizes.every((size) => size === 0 || size >= k));
      assert.ok(pooling.dropped < k);
      const placed = [...own, ...pooling.poolSizes].reduce((sum, size) => sum + size, pooling.dropped);
      assert.equal(
        placed,
        groups.reduce((sum, size) => sum + size, 0),
      );
      pooling.groups.forEach((place) => place.kind === 'pool' && assert.ok((pooling.poolSizes[place.node] ?? 0) >= k));
    }),
  );
});

test('a size that is no number of people is refused', () => {
  assert.throws(() => poolSmallGroups(tree, [1, 2, 3], null, 5), RangeError);
  assert.throws(() => poolSmallGroups(tree, [1, 2, 3, -1], null, 5), RangeError);
});
