import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from '../draft/schema.ts';
import { arrangeLevels, followLevels } from './rules.ts';

const levels = ['Direktør', 'Chef', 'Leder'].map((name, index) => ({ position: index + 1, name }));
const at = (id: string, level: number | null): Element => ({
  id,
  statementId: id,
  slug: id,
  parentId: null,
  position: 1,
  kind: 'expectation',
  level,
  title: id,
  text: null,
  firstLine: null,
  lastLine: null,
  page: null,
  revision: 1,
});

test('a new level between two moves those below it, and only their statements count as touched', () => {
  const rows = [
    ...levels.map(({ position, name }) => ({ from: position, name, place: position * 2 })),
    { from: null, name: 'Leder af ledere', place: 5 },
  ];
  const elements = [at('a', 1), at('b', 3), at('c', null)];
  const arranged = arrangeLevels(levels, rows, elements);
  assert.ok('names' in arranged);
  assert.deepEqual(arranged.names, ['Direktør', 'Chef', 'Leder af ledere', 'Leder']);
  assert.deepEqual(
    followLevels(elements, arranged.moved, 2).map(({ level, revision }) => [level, revision]),
    [
      [1, 1],
      [4, 2],
      [null, 1],
    ],
  );
});

test('a level with statements cannot be left out, one without can', () => {
  const rows = levels.map(({ position, name }) => ({ from: position, name: position === 2 ? '' : name, place: position }));
  assert.deepEqual(arrangeLevels(levels, rows, [at('a', 2)]), { problem: 'used', name: 'Chef', elements: 1 });
  const arranged = arrangeLevels(levels, rows, [at('a', 3)]);
  assert.deepEqual('names' in arranged && arranged.names, ['Direktør', 'Leder']);
});

test('two levels cannot have one name', () => {
  const rows = levels.map(({ position }) => ({ from: position, name: 'Leder', place: position }));
  assert.deepEqual(arrangeLevels(levels, rows, []), { problem: 'twice', name: 'Leder' });
});
