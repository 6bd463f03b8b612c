import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { carryUp } from './carry-up.ts';
import { FEWEST_LEADERS, rollsForOthers } from './leader-protection.ts';
import { countLeaf, noAnswers } from './leaf-counts.ts';
import { organisation } from './random-tree.test.ts';
import { groupLeaf, isPoolLeaf, poolLeaf, raterTree } from './rater-tree.ts';
import { releaseCells } from './release-cells.ts';

const tree = raterTree([
  { id: 'top', parent: null },
  { id: 'north', parent: 'top' },
  { id: 'south', parent: 'top' },
  { id: 'n1', parent: 'north' },
  { id: 'n2', parent: 'north' },
  { id: 's1', parent: 'south' },
  { id: 's2', parent: 'south' },
]);

function shownNodes(groups: number[], pools: number[] = []): string[] {
  const counts = noAnswers(tree, 0);
  groups.forEach((people, node) => countLeaf(counts, groupLeaf(node), people, []));
  pools.forEach((people, node) => countLeaf(counts, poolLeaf(node), people, []));
  return tree.ids.filter((_, node) => rollsForOthers([carryUp(tree, counts, 5)])[node] === 1);
}

test('three leaders together may be read by others, two may not', () => {
  assert.deepEqual(shownNodes([0, 6, 6, 6, 6, 6, 6]), ['top', 'north', 'south']);
  assert.deepEqual(shownNodes([0, 0, 6, 6, 6, 6, 6]), ['south']);
  assert.deepEqual(shownNodes([9, 0, 6, 6, 6, 6, 6]), ['top', 'south']);
});

test('a level that adds only pooled answers to a level shown below adds no leader', () => {
  assert.deepEqual(shownNodes([0, 0, 6, 0, 0, 6, 6], [7]), ['top', 'south']);
});

test('whatever others read and subtract, leaders are none or at least three', () => {
  fc.assert(
    fc.property(organisation, (invented) => {
      const release = carryUp(invented.tree, invented.counts, 5);
      const shown = rollsForOthers([release]);
      const covered = new Set<number>();
      const rolls = releaseCells(release).filter((cell) => cell.kind === 'roll' && shown[cell.node] === 1);
      for (const roll of rolls.sort((a, b) => a.leaves.length - b.leaves.length)) {
        const fresh = roll.leaves.filter((leaf) => !isPoolLeaf(leaf) && !covered.has(leaf));
        fresh.forEach((leaf) => covered.add(leaf));
        assert.ok(fresh.length === 0 || fresh.length >= FEWEST_LEADERS);
      }
    }),
    { numRuns: 300 },
  );
});

test('the choice is the same for every theme, and none is made without themes', () => {
  const few = noAnswers(tree, 0);
  const many = noAnswers(tree, 0);
  [0, 0, 6, 0, 0, 6, 6].forEach((people, node) => countLeaf(few, groupLeaf(node), people, []));
  [0, 6, 6, 6, 6, 6, 6].forEach((people, node) => countLeaf(many, groupLeaf(node), people, []));
  const shown = rollsForOthers([carryUp(tree, few, 5), carryUp(tree, many, 5)]);
  assert.deepEqual(
    tree.ids.filter((_, node) => shown[node] === 1),
    ['top', 'north', 'south'],
  );
  assert.equal(rollsForOthers([]).length, 0);
});
