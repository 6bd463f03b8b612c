import assert from 'node:assert/strict';
import test from 'node:test';
import { unitTree } from './unit-tree.ts';

test('units that are part of the level above are counted there; units between two that can be opened stay', () => {
  const tree = unitTree(
    [
      { id: 'top', parentId: null, name: 'Kommunen', depth: 0, state: 'open' },
      { id: 'area', parentId: 'top', name: 'Børn', depth: 1, state: 'above' },
      { id: 'school', parentId: 'area', name: 'Skolen', depth: 2, state: 'open' },
      { id: 'class', parentId: 'school', name: 'Klassen', depth: 3, state: 'above' },
      { id: 'road', parentId: 'top', name: 'Vejen', depth: 1, state: 'above' },
      { id: 'park', parentId: 'top', name: 'Parken', depth: 1, state: 'above' },
    ],
    '/x',
  );
  const [top] = tree;
  assert.deepEqual(
    [top?.href, top?.note, top?.children?.map((child) => [child.label, child.href])],
    ['/x/results/top', '2 enheder under indgår her', [['Børn', undefined]]],
  );
  assert.equal(top?.children?.[0]?.children?.[0]?.note, 'én enhed under indgår her');
});

test('where nothing can be opened there is no tree', () => {
  assert.deepEqual(unitTree([{ id: 'top', parentId: null, name: 'Kommunen', depth: 0, state: 'none' }], '/x'), []);
});
