import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTreeOrder, withUnitsBelow } from './rules.ts';

const units = [
  { id: 'b', parentId: 'top' },
  { id: 'top', parentId: null },
  { id: 'a', parentId: 'top' },
  { id: 'b1', parentId: 'b' },
  { id: 'stray', parentId: 'gone' },
];

test('who plans for a unit plans for all below it, and for nothing beside or above it', () => {
  assert.deepEqual([...withUnitsBelow(units, ['b'])].sort(), ['b', 'b1']);
  assert.deepEqual([...withUnitsBelow(units, ['gone', ''])], []);
});

test('units stand under their parents; one whose parent is gone stands at the top', () => {
  assert.deepEqual(
    inTreeOrder(units).map(({ id, depth }) => `${depth}${id}`),
    ['0top', '1b', '2b1', '1a', '0stray'],
  );
});

test('a ring of units ends', () => {
  const ring = [
    { id: 'x', parentId: 'y' },
    { id: 'y', parentId: 'x' },
  ];
  assert.deepEqual([...withUnitsBelow(ring, ['x'])].sort(), ['x', 'y']);
  assert.deepEqual(inTreeOrder(ring), []);
});
