import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markFor } from './form-mark.ts';

test('a form that was refused for a field keeps the mark it was read with; told of a conflict, it takes the new one', () => {
  assert.equal(markFor(null, 'seen', 'b'), 'b');
  const typed = { seen: ['a'] };
  assert.equal(markFor({ problem: { code: 'invalid' }, typed }, 'seen', 'b'), 'a');
  assert.equal(markFor({ typed }, 'seen', 'b'), 'a');
  assert.equal(markFor({ problem: { code: 'conflict' }, typed }, 'seen', 'b'), 'b');
  assert.equal(markFor({ problem: { code: 'invalid' }, typed: {} }, 'revision', 4), 4);
});
