import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { carryUp, leafName } from './carry-up.ts';
import { countLeaf, noAnswers } from './leaf-counts.ts';
import { itemSizes, organisation } from './random-tree.test.ts';
import { groupLeaf, poolLeaf, raterTree } from './rater-tree.ts';
import type { TreeNode } from './rater-tree.ts';
import { referenceTests } from './reference-folder.test.ts';
import { releaseCells, rollLeast, rollPeople, sumIntoRolls } from './release-cells.ts';
import { smallRemainders } from './release-residuals.ts';
import { checkResiduals } from './residuals.ts';

interface Unit {
  id: string;
  n: number;
  children?: Unit[];
}
interface TreeFile {
  data: { k: number; tree: Unit };
  expected: { carryUp: { cells: { id: string; n: number; atoms: string[] }[]; leftOutAtTop: string[] } };
}

function flatten(unit: Unit, parent: string | null, into: { node: TreeNode; n: number }[]): void {
  into.push({ node: { id: unit.id, parent }, n: unit.n });
  unit.children?.forEach((child) => flatten(child, unit.id, into));
}

referenceTests<TreeFile>('carried remainders publish what the reference tree says', 'trees', ({ data, expected }) => {
  const units: { node: TreeNode; n: number }[] = [];
  flatten(data.tree, null, units);
  const tree = raterTree(units.map((unit) => unit.node));
  const counts = noAnswers(tree, 0);
  units.forEach((unit, i) => countLeaf(counts, groupLeaf(i), unit.n, []));
  const release = carryUp(tree, counts, data.k);
  const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);
  const cells = releaseCells(release).map((cell) => ({
    id: cell.id,
    n: cell.people,
    atoms: cell.leaves.map((leaf) => leafName(tree, leaf)).sort(),
  }));
  assert.deepEqual(cells.sort(byId), expected.carryUp.cells.sort(byId));
  assert.deepEqual(release.leftOut.map((leaf) => leafName(tree, leaf)).sort(), expected.carryUp.leftOutAtTop);
});

test('whatever the organisation, no remainder of any item is below k, by both checks', () => {
  fc.assert(
    fc.property(organisation, fc.integer({ min: 5, max: 7 }), (invented, k) => {
      const release = carryUp(invented.tree, invented.counts, k);
      assert.deepEqual(smallRemainders(release), []);
      const groups = releaseCells(release).map((cell) => ({ id: cell.id, atoms: cell.leaves }));
      for (const sizes of [Array.from(invented.counts.people), ...[0, 1, 2].map((item) => itemSizes(invented, item))]) {
        assert.deepEqual(checkResiduals(groups, sizes, k), { nested: true, leaks: [] });
      }
    }),
    { numRuns: 400 },
  );
});

test('a pool is never an own result, and a leader with k answers to every item always has one', () => {
  fc.assert(
    fc.property(organisation, (invented) => {
      const { tree, counts } = invented;
      const release = carryUp(tree, counts, 5);
      tree.ids.forEach((_, node) => {
        const enough = [0, 1, 2].every((item) => (counts.items[groupLeaf(node) * 3 + item] ?? 0) >= 5);
        assert.equal(release.ownShown[node], Number(enough));
      });
    }),
  );
});

test('roll-ups add up everything that entered below them, and tell how many answers they lack', () => {
  fc.assert(
    fc.property(organisation, (invented) => {
      const release = carryUp(invented.tree, invented.counts, 5);
      const { included, answered } = rollPeople(release);
      const items = sumIntoRolls(release, invented.counts.items, 3);
      const least = rollLeast(release);
      for (const cell of releaseCells(release).filter((one) => one.kind === 'roll')) {
        assert.equal(included[cell.node], cell.people);
        assert.ok((answered[cell.node] ?? 0) >= cell.people);
        const sums = [0, 1, 2].map((item) => cell.leaves.reduce((sum, leaf) => sum + (itemSizes(invented, item)[leaf] ?? 0), 0));
        assert.deepEqual([...items.subarray(cell.node * 3, cell.node * 3 + 3)], sums);
        assert.equal(least[cell.node], Math.min(cell.people, ...sums));
      }
    }),
  );
});

test('six answered but only four answered one item: the whole theme waits', () => {
  const tree = raterTree([
    { id: 'top', parent: null },
    { id: 'a', parent: 'top' },
    { id: 'b', parent: 'top' },
  ]);
  const counts = noAnswers(tree, 2);
  countLeaf(counts, groupLeaf(1), 6, [6, 4]);
  countLeaf(counts, groupLeaf(2), 9, [9, 9]);
  assert.deepEqual(
    releaseCells(carryUp(tree, counts, 5)).map((cell) => cell.id),
    ['roll:top', 'own:b'],
  );
  countLeaf(counts, poolLeaf(0), 1, [1, 1]);
  const withPool = carryUp(tree, counts, 5);
  assert.deepEqual(
    releaseCells(withPool).map((cell) => [cell.id, cell.people]),
    [
      ['roll:top', 16],
      ['own:b', 9],
    ],
  );
});

test('a chain of ten thousand units is released in moments', () => {
  const units = Array.from({ length: 10_000 }, (_, i) => ({ id: `u${i}`, parent: i === 0 ? null : `u${i - 1}` }));
  const tree = raterTree(units);
  const counts = noAnswers(tree, 4);
  units.forEach((_, i) => countLeaf(counts, groupLeaf(i), i % 9, [i % 9, i % 9, i % 9, i % 8 === 0 ? 0 : i % 9]));
  const release = carryUp(tree, counts, 5);
  assert.deepEqual(smallRemainders(release), []);
  assert.ok((rollPeople(release).included[0] ?? 0) > 39_000);
});

test('2,500 units with forty items in ten themes carry up in a third of a second', () => {
  const units = Array.from({ length: 2_500 }, (_, i) => ({
    id: `u${i}`,
    parent: i === 0 ? null : `u${Math.floor((i - 1) / 6)}`,
  }));
  const tree = raterTree(units);
  const themes = Array.from({ length: 10 }, () => noAnswers(tree, 4));
  themes.forEach((counts, theme) =>
    units.forEach((_, i) =>
      countLeaf(counts, groupLeaf(i), (i * 7 + theme) % 30, new Array<number>(4).fill((i * 7 + theme) % 30)),
    ),
  );
  // The best of five, since the machine may be busy with other tests.
  const took = Math.min(
    ...Array.from({ length: 5 }, () => {
      const began = performance.now();
      const releases = themes.map((counts) => carryUp(tree, counts, 5));
      const spent = performance.now() - began;
      assert.ok(releases.every((release) => smallRemainders(release).length === 0));
      return spent;
    }),
  );
  assert.ok(took < 300, `${took} ms`);
});

test('k below 2, a ring, a doubled id and an unknown parent are refused', () => {
  const tree = raterTree([{ id: 'a', parent: null }]);
  assert.throws(() => carryUp(tree, noAnswers(tree, 0), 1), RangeError);
  assert.throws(
    () =>
      raterTree([
        { id: 'a', parent: 'b' },
        { id: 'b', parent: 'a' },
      ]),
    RangeError,
  );
  assert.throws(
    () =>
      raterTree([
        { id: 'a', parent: null },
        { id: 'a', parent: null },
      ]),
    RangeError,
  );
  assert.throws(() => raterTree([{ id: 'a', parent: 'x' }]), RangeError);
  assert.throws(() => countLeaf(noAnswers(tree, 1), 0, 3, [4]), RangeError);
});
