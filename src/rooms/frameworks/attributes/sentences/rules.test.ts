import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bagOfWords } from '#importing/words.ts';
import type { Element, Manuscript } from '../../draft/schema.ts';
import { inDocumentOrder } from '../../tree/rules.ts';
import { wordsOfElement } from '../../draft/rules.ts';
import { sentencesOf, splitIntoSentences } from './rules.ts';

function draftOf(title: string | null, text: string): Manuscript {
  const element = (id: string, more: Partial<Element>): Element => ({
    id,
    statementId: `s-${id}`,
    slug: id,
    parentId: null,
    position: 1,
    kind: 'definition',
    level: null,
    title: null,
    text: null,
    firstLine: 1,
    lastLine: 4,
    page: null,
    revision: 1,
    ...more,
  });
  return {
    elements: [element('god', { title, text }), element('efter', { position: 2, text: 'Efter' })],
    rests: [],
    removals: [],
  };
}
const wordsOf = (manuscript: Manuscript) => [...bagOfWords(manuscript.elements.map(wordsOfElement))].sort();

test('B4 a definition becomes one addressable statement per sentence, and keeps its own id', () => {
  const text = 'God ledelse begynder med ro. Den viser retning, f.eks. når alle er uenige! Kan den måles?\n\nDen kan mærkes.';
  const split = splitIntoSentences(draftOf('God ledelse', text), 'god', 2);
  assert.ok(split);
  const read = inDocumentOrder(split.manuscript.elements);
  assert.deepEqual(
    read.map(({ title, text: words, depth }) => [title ?? words, depth]),
    [
      ['God ledelse', 0],
      ['God ledelse begynder med ro.', 1],
      ['Den viser retning, f.eks. når alle er uenige!', 1],
      ['Kan den måles?', 1],
      ['Den kan mærkes.', 1],
      ['Efter', 0],
    ],
  );
  assert.equal(read[0]?.statementId, 's-god');
  assert.equal(new Set(read.map(({ statementId }) => statementId)).size, 6);
  assert.equal(new Set(read.map(({ slug }) => slug)).size, 6);
});

test('B4 a text without a heading keeps its first sentence, and the others follow it', () => {
  const split = splitIntoSentences(draftOf(null, 'Vi siger det, vi gør. Vi gør det, vi siger.'), 'god', 2);
  assert.deepEqual(
    inDocumentOrder(split?.manuscript.elements ?? []).map(({ text, position }) => [text, position]),
    [
      ['Vi siger det, vi gør.', 1],
      ['Vi gør det, vi siger.', 2],
      ['Efter', 3],
    ],
  );
});

test('an abbreviation, a date, an initial or a number does not end a sentence', () => {
  for (const text of [
    'Aftalt jf. Personalepolitikken og bl.a. MED',
    'Mødet er den 3. Maj',
    'Skrevet af H. Holm og co.',
    'Se pkt. 4 og evt. Bilag',
    'Den må højst tage 2.5 Timer',
  ])
    assert.deepEqual(sentencesOf(text), [text]);
  assert.deepEqual(sentencesOf('”Kom bare.” Sådan siger vi. (Altid.) Nemlig'), [
    '”Kom bare.”',
    'Sådan siger vi.',
    '(Altid.)',
    'Nemlig',
  ]);
  assert.equal(splitIntoSentences(draftOf(null, 'Kun én sætning.'), 'god', 2), null);
});

test('splitting loses, adds and changes no word, whatever the text', () => {
  const piece = fc.constantFrom('Vi', 'lytter', 'f.eks.', 'Ro.', 'og', 'mod!', '3.', 'MED', '?', '”Nu”', '\n\n', '(ja)', 'H.');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, headed) => {
      const before = draftOf(headed ? 'Overskrift' : null, pieces.join(' '));
      const split = splitIntoSentences(before, 'god', 2);
      if (split === null) return;
      assert.deepEqual(wordsOf(split.manuscript), wordsOf(before));
      for (const siblings of [null, 'god']) {
        const positions = split.manuscript.elements
          .filter(({ parentId }) => parentId === siblings)
          .map(({ position }) => position)
          .toSorted((a, b) => a - b);
        assert.ok(positions.every((position, index) => position === index + 1));
      }
    }),
  );
});
