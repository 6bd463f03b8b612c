import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerpt, folded, likenessTo, pieces, termsOf, wordsIn } from './rules.ts';

test('small words are left out, unless there are no others', () => {
  const stems = new Map([
    ['hvad', null],
    ['er', null],
    ['ledelse', 'led'],
  ]);
  assert.deepEqual(termsOf(['hvad', 'er', 'ledelse'], stems), [{ word: 'ledelse', stems: ['led'] }]);
  assert.deepEqual(
    termsOf(['hvad', 'er'], stems).map(({ word }) => word),
    ['hvad', 'er'],
  );
});

test('a word is found in its other forms, at the start of a longer word and, when it is not too short, later in one', () => {
  const like = (wanted: string, stem: string) => likenessTo({ word: wanted, stems: [stem] });
  const trust = like('tillid', 'tillid');
  assert.deepEqual(
    ['tilliden', 'tillidsfuld', 'mistillid', 'utillid'].map((word) => trust(word, word === 'tilliden' ? 'tillid' : word)),
    ['form', 'start', 'part', null],
  );
  // Three letters are found at the end of a longer word, not in the middle of one.
  const courage = like('mod', 'mod');
  assert.deepEqual(
    ['modig', 'hverdagsmod', 'formodning', 'imod'].map((word) => courage(word, word)),
    ['start', 'part', null, null],
  );
});

test('words that are looked for hold letters and digits that were typed, and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      for (const { word, stems } of termsOf(wordsIn(typed), new Map()))
        for (const one of [word, ...stems]) assert.match(one, /^[a-z0-9]+$/u);
    }),
  );
});

test('a text that is cut at its hits is still the same text', () => {
  const look = likenessTo({ word: 'mod', stems: ['mod'] });
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('mod', ' ', 'imod', 'modet', 'å', ',', 'x'), maxLength: 30 }), (text) => {
      assert.equal(
        pieces(text, (word) => look(word, word.replace(/et$/u, '')) !== null)
          .map((piece) => piece.text)
          .join(''),
        text,
      );
    }),
  );
});

test('a long text is shortened to where the hit is', () => {
  const text = `${'ord '.repeat(200)}mod ${'ord '.repeat(200)}`;
  const shown = excerpt(pieces(text, (word) => word === 'mod'));
  assert.ok(shown.some((piece) => piece.hit));
  assert.ok(shown.map((piece) => piece.text).join('').length < 340);
  assert.deepEqual([shown[0]?.text, shown.at(-1)?.text], ['… ', ' …']);
});

test('Danish letters and their written-out forms are one letter', () => {
  assert.deepEqual(['Ærø', 'aeroe', 'ARO', 'Årø'].map(folded), ['aro', 'aro', 'aro', 'aro']);
});
