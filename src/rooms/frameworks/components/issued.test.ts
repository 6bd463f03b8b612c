import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issuedInWords } from './issued.ts';

test('who issued a framework and when is read in words, as exactly as it is known', () => {
  assert.equal(issuedInWords({ issuedBy: 'Chefgruppen', dated: '2024-09-13' }), 'Chefgruppen, 13. september 2024');
  assert.equal(issuedInWords({ issuedBy: 'Chefgruppen', dated: '2021' }), 'Chefgruppen, 2021');
  assert.equal(issuedInWords({ issuedBy: '', dated: 'foråret 2021' }), 'foråret 2021');
  assert.equal(issuedInWords({ issuedBy: '', dated: null }), '');
});
