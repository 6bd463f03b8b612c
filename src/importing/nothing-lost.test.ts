import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decodePlainText } from './extract/plain-text.ts';
import { checkNothingLost, NothingLostError, type FrameworkDraft } from './open-format.ts';
import { structureDocument } from './structure-document.ts';

const WORDS = [
  'ledelse',
  'Vi',
  'skaber',
  'retning',
  'og',
  'mål',
  'værdier',
  'fire',
  'tre',
  'Pejlemærke',
  'betyder',
  'at',
  'e',
  'o',
  'ledelses-',
  'ne',
  'af',
  'Chef',
  'Direktør',
  'niveauer',
  'maj',
  '2008',
  '10',
  'VI-',
  'proces',
  'I',
  'praksis',
  'foo*bar',
  'a_b',
  'første',
  'andet',
  'niveau',
  'forum',
  'styr',
  'på',
];
const STARTS = ['', '', '', '- ', '• ', 'e ', '1. ', '2. ', '3. ', '# ', '## ', ' ', '— ', '**', '#', '\f', '17. ', '| '];
const ENDS = ['', '', '', '.', ':', '?', '-', ',', '**', ' (a, b, c, d og e)'];

const line = fc
  .tuple(fc.constantFrom(...STARTS), fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }), fc.constantFrom(...ENDS))
  .map(([start, words, end]) => start + words.join(' ') + end);
const label = fc.constantFrom(
  'Rolle: Chef',
  'Rolle: Direktør',
  'Rolle: Leder',
  'Det betyder at:',
  'Pejlemærke:',
  '',
  '',
  '',
  '10',
  'Maj 2008',
);
const madeText = fc.array(
  fc.oneof({ weight: 4, arbitrary: line }, { weight: 2, arbitrary: label }, { weight: 1, arbitrary: fc.constant('\n\n\n') }),
  { maxLength: 60 },
);

/** Documents that say the same pages again, as frameworks do: repetition is where words get lost. */
const repetitive = fc
  .tuple(madeText, fc.integer({ min: 1, max: 4 }))
  .map(([lines, times]) => Array.from({ length: times }, () => lines.join('\n')).join('\n\n\n\n'));
const anything = fc.oneof(
  repetitive,
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
);

function structured(text: string): FrameworkDraft {
  return structureDocument({ text, pageOf: () => undefined, furnitureLines: new Set() }, 'prøve.txt');
}

describe('no import loses a word', () => {
  test('whatever the text, its words stand exactly once in the draft', () => {
    fc.assert(
      fc.property(anything, (text) =>
        checkNothingLost(structured(decodePlainText(new TextEncoder().encode(text.replaceAll('\0', ' '))))),
      ),
      { numRuns: 600 },
    );
  });

  test('the same text always gives the same draft, with unique ids and parents before children', () => {
    fc.assert(
      fc.property(repetitive, (text) => {
        const draft = structured(text);
        assert.deepEqual(structured(text), draft);
        const seen = new Set<string>();
        for (const element of draft.elements) {
          assert.ok(!seen.has(element.id), 'an id is given once');
          assert.ok(element.parent === null || seen.has(element.parent), 'a parent comes before its child');
          assert.ok(element.level === null || draft.levels.includes(element.level), 'a level is one of the levels');
          assert.ok(element.title !== null || element.text !== null, 'an element says something');
          seen.add(element.id);
        }
        for (const repeat of draft.repeats) assert.ok(seen.has(repeat.element), 'a repeat belongs to an element');
      }),
      { numRuns: 200 },
    );
  });

  test('every source range lies inside the text', () => {
    fc.assert(
      fc.property(repetitive, (text) => {
        const draft = structured(text);
        const lines = draft.text.split('\n').length;
        for (const { source } of [...draft.elements, ...draft.repeats, ...draft.unplaced, ...draft.furniture]) {
          const [first, last] = source.lines;
          assert.ok(first >= 1 && first <= last && last <= lines);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the law notices', () => {
  const draft = structured('Vores værdier:\n\n- Mod til at lede\n- Omhu i det små\n\nVi leder sam-\nmen hver dag.');

  test('a word that was dropped', () => {
    assert.throws(() => checkNothingLost({ ...draft, elements: draft.elements.slice(1) }), NothingLostError);
  });

  test('a word that was doubled', () => {
    assert.throws(() => checkNothingLost({ ...draft, unplaced: [{ text: 'Mod', source: { lines: [1, 1] } }] }), NothingLostError);
  });

  test('a join that was not listed as a repair', () => {
    assert.equal(draft.repairs.length, 1);
    assert.throws(() => checkNothingLost({ ...draft, repairs: [] }), NothingLostError);
  });

  test('a repair of a word that does not stand there', () => {
    assert.throws(() => checkNothingLost({ ...draft, repairs: [{ line: 1, from: 'sejlads', to: 'ledelse' }] }), NothingLostError);
  });

  test('and says how many words, never which', () => {
    assert.throws(
      () => checkNothingLost({ ...draft, text: `${draft.text} hemmelighed` }),
      (error: Error) => error.message === '1 words lost and 0 words added',
    );
  });
});
