import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageLinks } from './pages.ts';

test('few pages are all linked', () => {
  assert.deepEqual(pageLinks(2, 4), [1, 2, 3, 4]);
});

test('many pages show the ends, the neighbours and gaps between', () => {
  assert.deepEqual(pageLinks(6, 12), [1, null, 5, 6, 7, null, 12]);
});

test('a gap of one page is written as its number', () => {
  assert.deepEqual(pageLinks(4, 12), [1, 2, 3, 4, 5, null, 12]);
});
