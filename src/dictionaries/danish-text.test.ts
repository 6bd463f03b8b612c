import assert from 'node:assert/strict';
import { test } from 'node:test';
import table from './danish-text.json' with { type: 'json' };
import { lexicons } from './lexicons.ts';
import { MetWords, tableOf } from './pair-table.ts';
import { knownPairs } from './word-graph.ts';

test('the list of Danish words that stand together is what its package holds, to the letter', () => {
  assert.deepEqual(tableOf(knownPairs()), table);
});

test('a table tells how many words one was met beside, and which stand behind which', () => {
  const met = new MetWords(tableOf(['Nyby leder', 'vi leder', 'vi ser', 'leder vi', 'vi. Så', 'Så ser', 'Nyby ser', 'i Nyby']));
  assert.equal(met.met('vi'), 4);
  assert.equal(met.met('Nyby'), 3);
  assert.equal(met.met('nyby'), 0, 'a name keeps its capital');
  assert.ok(met.follow('vi', 'ser') && !met.follow('ser', 'vi'));
  assert.ok(!met.follow('vi', 'Så'), 'not over the end of a sentence');
  assert.equal(met.fan('vi'), 2);
});

test('words that a scan makes alike are told apart by how common they are and by what stands beside them', async () => {
  const { frequency, pair } = await lexicons('da');
  assert.ok(frequency('på') > 100 * frequency('pa'));
  assert.ok(frequency('når') > frequency('nar'));
  assert.ok(pair('en', 'måde') > pair('en', 'møde'));
  assert.ok(pair('et', 'møde') > pair('et', 'måde'));
  assert.equal(pair('xyzzy', 'måde'), 1, 'what nobody met says nothing');
});
