import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carryUp } from './carry-up.ts';
import { countLeaf, noAnswers } from './leaf-counts.ts';
import { groupLeaf, raterTree } from './rater-tree.ts';
import { smallRemainders } from './release-residuals.ts';
import { checkResiduals } from './residuals.ts';

test('a parent less its only published child is found, with the recipe', () => {
  const check = checkResiduals(
    [
      { id: 'a', atoms: [0] },
      { id: 'parent', atoms: [0, 1] },
    ],
    [7, 4],
    5,
  );
  assert.deepEqual(check, {
    nested: true,
    leaks: [
      {
        atoms: [1],
        n: 4,
        recipe: [
          { cell: 1, coefficient: 1 },
          { cell: 0, coefficient: -1 },
        ],
      },
    ],
  });
});

test('two releases are judged together: one late answer is found between them', () => {
  const check = checkResiduals(
    [
      { id: 'monday', atoms: [0] },
      { id: 'friday', atoms: [0, 1] },
    ],
    [6, 1],
    5,
  );
  assert.ok(check.nested && check.leaks[0]?.n === 1);
});

test('the same group in two releases is one group, also when an atom of nobody was added', () => {
  const groups = [
    { id: 'one', atoms: [0, 1] },
    { id: 'two', atoms: [1, 0, 2] },
    { id: 'none', atoms: [2] },
  ];
  assert.deepEqual(checkResiduals(groups, [3, 3, 0], 5), { nested: true, leaks: [] });
});

test('crossing groups are named, not judged', () => {
  const check = checkResiduals(
    [
      { id: 'men', atoms: [0, 1] },
      { id: 'seniors', atoms: [1, 2] },
    ],
    [6, 6, 6],
    5,
  );
  assert.deepEqual(check, { nested: false, crossing: ['seniors', 'men'] });
});

test('a group with an atom nobody knows is refused', () => {
  assert.throws(() => checkResiduals([{ id: 'x', atoms: [3] }], [6], 5), RangeError);
});

test('a tampered release is caught, by people and by item', () => {
  const tree = raterTree([
    { id: 'top', parent: null },
    { id: 'a', parent: 'top' },
    { id: 'b', parent: 'top' },
  ]);
  const counts = noAnswers(tree, 1);
  countLeaf(counts, groupLeaf(1), 9, [9]);
  countLeaf(counts, groupLeaf(2), 4, [3]);
  const release = carryUp(tree, counts, 5);
  assert.deepEqual(smallRemainders(release), []);
  release.entersAt[groupLeaf(2)] = 0;
  assert.deepEqual(smallRemainders(release), [
    { node: 0, kind: 'roll', item: null, n: 4 },
    { node: 0, kind: 'roll', item: 0, n: 3 },
  ]);
});
