import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markAmong, markFor } from './form-mark.ts';

test('a form that was refused for a field keeps the mark it was read with; told of a conflict, it takes the new one', () => {
  assert.equal(markFor(null, 'seen', 'b'), 'b');
  const typed = { seen: ['a'] };
  assert.equal(markFor({ problem: { code: 'invalid' }, typed }, 'seen', 'b'), 'a');
  assert.equal(markFor({ typed }, 'seen', 'b'), 'a');
  assert.equal(markFor({ problem: { code: 'conflict' }, typed }, 'seen', 'b'), 'b');
  assert.equal(markFor({ problem: { code: 'invalid' }, typed: {} }, 'revision', 4), 4);
});

test('of many fields saved one by one, a refusal of the whole form changes no mark; told which others wrote in, all are new', () => {
  const typed = { seen: ['a'] };
  assert.equal(markAmong(null, undefined, 'b'), 'b');
  assert.equal(markAmong({ problem: { code: 'invalid' }, typed }, 'a', 'b'), 'a');
  assert.equal(
    markAmong({ problem: { code: 'conflict' }, typed }, 'a', 'b'),
    'a',
    'the levels were changed: nothing was said of this field',
  );
  assert.equal(markAmong({ problem: { code: 'conflict' }, typed, conflicts: ['x'] }, 'a', 'b'), 'b');
});
