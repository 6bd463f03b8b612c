import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgeCases, edgeOrganisation, type EdgeCase } from './edge-organisations.ts';
import type { DemoWave } from './organisation.ts';

function firstWave(edge: EdgeCase): DemoWave {
  const [wave] = edgeOrganisation(edge).waves;
  assert.ok(wave);
  return wave;
}

const askedIn = (wave: DemoWave) => Array.from(wave.parent, (_, unit) => wave.ratedUnit.filter((rated) => rated === unit).length);

test('every unit of five has five answers', () => {
  const wave = firstWave('every_unit_of_five');
  const answering = Array.from(
    wave.parent,
    (_, unit) => wave.row.filter((row, rater) => row >= 0 && wave.ratedUnit[rater] === unit).length,
  );
  assert.deepEqual(answering.slice(1), [5, 5, 5, 5, 5, 5, 5, 5]);
});

test('one leader leads ninety', () => assert.equal(Math.max(...askedIn(firstWave('leader_with_ninety'))), 90));

test('a chain has one unit below each', () => {
  assert.deepEqual([...firstWave('chain_of_single_children').parent], [-1, 0, 1, 2, 3]);
});

test('a director is judged by two leaders only', () => {
  assert.equal(askedIn(firstWave('director_with_two_leaders'))[0], 2);
});

test('units of one to four lie under one parent', () => {
  assert.deepEqual(askedIn(firstWave('units_of_one_to_four')).slice(2, 6), [1, 2, 3, 4]);
});

test('all answer one', () => {
  const { answers, answered } = firstWave('all_answer_one');
  assert.ok(answered > 0 && answers.every((answer) => answer === 1));
});

test('nobody answers', () => {
  const wave = firstWave('nobody_answers');
  assert.equal(wave.answered, 0);
  assert.ok(wave.row.every((row) => row === -1));
});

test('a whole unit ticks "ved ikke" and the others do not', () => {
  const wave = firstWave('unit_of_dont_know');
  const rows = [...wave.row.keys()].filter((rater) => (wave.row[rater] ?? -1) >= 0 && wave.ratedUnit[rater] === 2);
  assert.ok(rows.length > 0);
  for (const rater of rows) {
    const row = wave.row[rater] ?? -1;
    assert.ok(wave.answers.subarray(row * 6, row * 6 + 6).every((answer) => answer === 0));
  }
  assert.ok(wave.answers.some((answer) => answer > 0));
});

test('a unit hangs under another area in the second wave', () => {
  const moved = edgeOrganisation('moved_unit');
  assert.deepEqual(
    moved.waves.map((wave) => [...wave.parent]),
    [
      [-1, 0, 1, 1, 0, 4, 4],
      [-1, 0, 1, 4, 0, 4, 4],
    ],
  );
  assert.equal(moved.units[3]?.parentCode, moved.units[4]?.code);
});

test('every edge organisation comes out the same each time', () => {
  for (const edge of edgeCases) assert.deepEqual(edgeOrganisation(edge), edgeOrganisation(edge));
});
