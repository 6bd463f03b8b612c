import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerpt, folded, pieces, termsOf, tracesOf, waysOf, wordsIn } from './rules.ts';

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

test('what is asked of the database holds letters and digits that were typed, and nothing else of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      for (const term of termsOf(wordsIn(typed), new Map())) {
        for (const trace of tracesOf(term)) assert.match(trace, /^[=>]?[a-z0-9]+;?$/u);
        for (const way of waysOf(term)) {
          if ('letters' in way) assert.match(way.letters, /^[<>^=][a-z0-9]+;?$/u);
          else assert.match(way.pattern, /^(?:<|\\\^)\[a-z0-9\]\{3,\}\([a-z0-9|]+(?:\[=>\])?\)$/u);
        }
      }
    }),
  );
});

test('a text that is cut at its hits is still the same text', () => {
  const terms = termsOf(['mod'], new Map([['mod', 'mod']]));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('mod', ' ', 'imod', 'modet', 'å', ',', 'x'), maxLength: 30 }), (text) => {
      const stems = new Map(wordsIn(text).map((word) => [word, word.replace(/et$/u, '')]));
      assert.equal(
        pieces(text, terms, stems)
          .map((piece) => piece.text)
          .join(''),
        text,
      );
    }),
  );
});

test('a long text is shortened to where the hit is', () => {
  const text = `${'ord '.repeat(200)}mod ${'ord '.repeat(200)}`;
  const shown = excerpt(pieces(text, [{ word: 'mod', stems: ['mod'] }], new Map()));
  assert.ok(shown.some((piece) => piece.hit));
  assert.ok(shown.map((piece) => piece.text).join('').length < 340);
  assert.deepEqual([shown[0]?.text, shown.at(-1)?.text], ['… ', ' …']);
});

test('Danish letters and their written-out forms are one letter', () => {
  assert.deepEqual(['Ærø', 'aeroe', 'ARO', 'Årø'].map(folded), ['aro', 'aro', 'aro', 'aro']);
});
