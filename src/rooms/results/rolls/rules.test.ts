import assert from 'node:assert/strict';
import test from 'node:test';
import { readableRolls } from './rules.ts';

const nodes = [
  { id: 'kommune', parentId: null },
  { id: 'børn', parentId: 'kommune' },
  { id: 'solsikken', parentId: 'børn' },
  { id: 'vejen', parentId: 'kommune' },
];
const leaders = [
  { id: 'karen', nodeId: 'børn' },
  { id: 'bo', nodeId: 'solsikken' },
  { id: 'per', nodeId: 'vejen' },
];
const rolls = new Set(['kommune', 'børn']);

test('without a right to reports only the roll-ups shown to all can be opened', () => {
  assert.deepEqual(readableRolls(nodes, leaders, rolls, new Set(['kommune']), new Set()), new Set(['kommune']));
});

test('who may read every report below a unit may open its roll-up, and nothing above it', () => {
  assert.deepEqual(readableRolls(nodes, leaders, rolls, new Set(), new Set(['karen', 'bo'])), new Set(['børn']));
  assert.deepEqual(readableRolls(nodes, leaders, rolls, new Set(), new Set(['karen', 'bo', 'per'])), rolls);
  assert.deepEqual(readableRolls(nodes, leaders, rolls, new Set(), new Set(['karen'])), new Set());
});
