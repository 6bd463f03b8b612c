import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { damaged, editDistance, sameText, wordKey } from './scan-damage.ts';

describe('a reader knows a word again after a scan', () => {
  const pairs: [string, string][] = [
    ['Tværgående ledelse', 'Tveergaende ledelse'],
    ['Tværgående ledelse', 'Tvaergdende Iedelse'],
    ['Håndterer udfordringer', 'Handterer udfordringer'],
    ['Følger op på løsninger', 'Fglger op pa Igsninger'],
    ['Glæde', 'Gleede'],
    ['Sætter borgeren i centrum', 'Szetter borgeren i centrum'],
  ];
  for (const [right, scanned] of pairs) test(`${right} in ${scanned}`, () => assert.ok(sameText(right, scanned)));

  test('but two names are two names', () => {
    assert.ok(!sameText('Driftsledelse', 'Serviceledelse'));
    assert.ok(!sameText('Udsyn', 'Udvikling'));
    assert.ok(!sameText('', 'Udsyn'));
  });
});

test('a stem finds its damaged forms and nothing else', () => {
  for (const scanned of ['pejlemærke', 'pejlemeerke', 'pejlemzrke', 'pejIemaerker']) assert.match(scanned, damaged('pejlemærke'));
  assert.doesNotMatch('bemærke', damaged('pejlemærke'));
});

test('a word without telling consonants keeps its letters as its key', () => {
  assert.equal(wordKey('og'), 'og');
  assert.equal(wordKey('ledelse'), wordKey('Iedelse'));
});

test('the edit distance stops counting at its limit', () => {
  assert.equal(editDistance('kniv', 'kniv', 2), 0);
  assert.equal(editDistance('kniv', 'knive', 2), 1);
  assert.equal(editDistance('kniv', 'gaffel', 2), 3);
});
