import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_ATTRIBUTES } from '../../attributes/schema.ts';
import { openQuestions, readDuties } from '../duties/rules.ts';
import { claimedTwice, dutiesFollow, rulesFollow, weightsFollow } from './rules.ts';

const rule = (level: number, positions: number[] = []) => ({
  level,
  definition: `niveau ${level}`,
  refersTo: '',
  transition: '',
  positions,
});

test('HT9 a level of the organisation belongs to one level of the framework', () => {
  assert.deepEqual(claimedTwice([rule(1, [1, 2]), rule(2, [2])]), { position: 2, levels: [1, 2] });
  assert.equal(claimedTwice([rule(1, [1, 2]), rule(2, [3])]), null);
});

test('when a level comes in between, what was said about those below it follows them', () => {
  const moved = new Map([
    [1, 1],
    [2, 3],
  ]);
  assert.deepEqual(
    rulesFollow([rule(1), rule(2)], moved).map(({ level, definition }) => [level, definition]),
    [
      [1, 'niveau 1'],
      [3, 'niveau 2'],
    ],
  );
  const duty = { id: 'd', task: 'Budget', parts: [{ level: 2, part: 'responsible' as const, who: '' }] };
  assert.deepEqual(dutiesFollow([duty], moved)[0]?.parts[0]?.level, 3);
  const said = { s: { ...NO_ATTRIBUTES, weights: [{ level: 2, weight: 3 as const, words: 'mest' }] } };
  assert.deepEqual(weightsFollow(said, moved), [{ level: 3, weight: 3, words: 'mest', statementId: 's' }]);
  assert.deepEqual(weightsFollow(said, new Map([[1, 1]])), [], 'a level that is gone takes its weights along');
});

test('B8 the matrix of responsibility says who does what, and asks about tasks nobody or several answer for', () => {
  const part = (level: number, part: '' | 'decides' | 'responsible' | 'contributes', who = '') => ({ level, part, who });
  const read = readDuties(
    [
      { id: '', task: 'Budget', parts: [part(1, 'decides'), part(2, 'responsible', 'økonomi')] },
      { id: '', task: 'Sygefravær', parts: [part(1, 'responsible'), part(2, 'responsible')] },
      { id: '', task: 'Sommerfest', parts: [part(1, ''), part(2, 'contributes')] },
      { id: '', task: '', parts: [part(1, ''), part(2, '')] },
    ],
    () => 'ny',
  );
  assert.ok('duties' in read);
  assert.deepEqual(
    read.duties.map(({ task, parts }) => [task, parts.length]),
    [
      ['Budget', 2],
      ['Sygefravær', 2],
      ['Sommerfest', 1],
    ],
  );
  assert.deepEqual(
    openQuestions(read.duties).map(({ duty, question }) => [duty.task, question]),
    [
      ['Sygefravær', 'several'],
      ['Sommerfest', 'nobody'],
    ],
  );
});

test('words without a task or a choice are asked about, not dropped', () => {
  const read = readDuties(
    [
      { id: '', task: '', parts: [{ level: 1, part: 'informed', who: '' }] },
      { id: '', task: 'Budget', parts: [{ level: 2, part: '', who: 'MED' }] },
    ],
    () => 'ny',
  );
  assert.deepEqual('problems' in read && read.problems, [
    { row: 0, problem: 'no_task' },
    { row: 1, problem: 'no_part', level: 2 },
  ]);
});
