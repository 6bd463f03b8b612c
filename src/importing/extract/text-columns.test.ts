import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { bagOfWords } from '../words.ts';
import { columnsOf, type Run } from './pdf-columns.ts';
import { orderColumns } from './text-columns.ts';

const LEFT = [
  'En leder i Nyby ser det, der virker,',
  'og siger det højt. Det gør hun, fordi',
  'mennesker vokser af at blive set, og',
  'fordi gode vaner skal have et navn,',
  'før andre kan tage dem til sig. Hun',
  'spørger også til det, der ikke lykkes,',
  'og hjælper med at finde næste skridt.',
];
const RIGHT = [
  'Medarbejderne kan regne med, at deres',
  'leder kender opgaven og dens vilkår.',
  'Hun forklarer, hvorfor noget haster,',
  'og hvad der kan vente. Er to opgaver',
  'lige vigtige, vælger hun mellem dem,',
  'så valget ikke ligger hos den, der',
  'står med begge opgaver på samme tid.',
];
const beside = (left: readonly string[], right: readonly string[], gap = 4): string[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, i) => (left[i] ?? '').padEnd(40 + gap) + (right[i] ?? ''));
const ordered = (lines: readonly string[]): string[] => orderColumns(lines.join('\n')).text.split('\n');

describe('columns of a plain text', () => {
  test('two columns with a gutter of spaces are read one after the other', () => {
    assert.deepEqual(ordered(beside(LEFT, RIGHT)), [...LEFT, '', ...RIGHT]);
  });

  test('a heading across both columns stays above them, and what follows below', () => {
    const lines = [
      'God ledelse i Nyby Kommune, som vi vil kende den i hverdagen',
      '',
      ...beside(LEFT, RIGHT),
      '',
      'Vedtaget i maj.',
    ];
    assert.deepEqual(ordered(lines), [lines[0], '', ...LEFT, '', ...RIGHT, '', 'Vedtaget i maj.']);
  });

  test('a short heading over one column goes with that column', () => {
    const lines = beside(['Vi ser hinanden', ...LEFT], ['Vi vælger', ...RIGHT]);
    assert.deepEqual(ordered(lines), ['Vi ser hinanden', ...LEFT, '', 'Vi vælger', ...RIGHT]);
  });

  test('a table of short cells stays a table', () => {
    const table = [
      'Niveau       Ansvar',
      'Direktør     Retning',
      'Chef         Sammenhæng',
      'Leder        Opgaven',
      'Stab         Støtte',
    ];
    assert.deepEqual(ordered(table), table);
  });

  test('a text in one column, a list, code and a table of strokes stay as they are', () => {
    const text = [
      ...LEFT,
      '',
      '- et punkt, der er så langt,',
      '  at det fortsætter her',
      '- et til',
      '```',
      'a    b',
      'c    d',
      'e    f',
      'g    h',
      '```',
      '| a    | b    |',
      '| c    | d    |',
      '| e    | f    |',
      '| g    | h    |',
    ];
    assert.deepEqual(ordered(text), text);
  });

  test('what is left of the longer column goes with it, left or right', () => {
    const more = ['Det gælder også, når der er travlt,', 'og når ingen ser på.'];
    const shorter = LEFT.slice(0, -1);
    assert.deepEqual(ordered(beside(shorter, [...RIGHT, ...more])), [...shorter, '', ...RIGHT, ...more]);
    const rest = beside(LEFT, RIGHT.slice(0, 5)).map((line) => line.trimEnd());
    assert.deepEqual(ordered(rest), [...LEFT, '', ...RIGHT.slice(0, 5)]);
  });

  test('a text across both columns right under them is not taken for the rest of one', () => {
    const below = 'Sådan leder vi i Nyby Kommune, og sådan vil vi selv gerne ledes af dem, der leder os.';
    assert.deepEqual(ordered([...beside(LEFT, RIGHT), below]), [...LEFT, '', ...RIGHT, below]);
  });

  test('code between fences and tables of names and numbers stay as they are', () => {
    const code = ['leder(hanne);       // den første', 'leder(karim);       // den anden', 'leder(pia);         // den tredje'];
    const sizes = ['plejehjem           12 enheder', 'skole               31 enheder', 'bibliotek            4 enheder'];
    const text = ['```', ...code, ...code, '```', '', ...sizes, ...sizes];
    assert.deepEqual(ordered(text), text);
  });

  test('whatever the text, no word is lost or made', () => {
    const word = fc.constantFrom('ledelse', 'Vi', 'og', 'mål.', 'sam-', 'er,', '|', '-', '1.', 'på');
    const gap = fc.constantFrom(' ', '  ', '    ', '\t', '            ');
    const line = fc.array(fc.tuple(word, gap), { maxLength: 9 }).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.constant(''), fc.constant('\f')), { maxLength: 40 }), (lines) => {
        const text = lines.join('\n');
        assert.deepEqual([...bagOfWords([orderColumns(text).text])].sort(), [...bagOfWords([text])].sort());
      }),
      { numRuns: 400 },
    );
  });
});

/** A page as a PDF shows it: columns of lines, each a run, with what stands above and below. */
const page = (columns: readonly (readonly string[])[], top = 0): Run[] =>
  columns.flatMap((lines, column) => lines.map((text, i) => run(text, 50 + column * 260, top + i * 13)));
const run = (text: string, x: number, y: number): Run => ({ text, x, y, width: text.length * 4.8, size: 10 });
const read = (runs: readonly Run[]): string[] => columnsOf(runs).flatMap((column) => column.map((line) => line.text));

describe('columns of a page', () => {
  test('columns under a heading across the page and above a footer are read one after the other', () => {
    const heading = run('God ledelse i Nyby Kommune, som vi vil kende den, når det gælder', 60, 20);
    const footer = run('Vedtaget af byrådet i Nyby, og gældende for alle, der leder andre', 60, 220);
    assert.deepEqual(read([heading, ...page([LEFT, RIGHT], 60), footer]), [heading.text, ...LEFT, ...RIGHT, footer.text]);
  });

  test('three columns are read one after the other, whatever the order of the file', () => {
    const runs = page([LEFT.slice(0, 5), RIGHT.slice(0, 5), LEFT.slice(2, 7)]);
    assert.deepEqual(read([...runs].reverse()), [...LEFT.slice(0, 5), ...RIGHT.slice(0, 5), ...LEFT.slice(2, 7)]);
  });

  test('a table with cells of several lines is read row by row', () => {
    const cells = [
      ['Direktør', 'Sætter retning for', 'hele kommunen'],
      ['Chef', 'Skaber sammenhæng', 'mellem afdelinger'],
      ['Leder', 'Følger opgaven til', 'dørs hver dag'],
    ];
    const runs = cells.flatMap(([name = '', ...lines], row) => [
      run(name, 50, row * 60),
      ...lines.map((line, i) => run(line, 250, row * 60 + i * 13)),
    ]);
    assert.deepEqual(read(runs), cells.flat());
  });

  test('whatever stands where, no word of a page is lost or made', () => {
    const one = fc.record({
      text: fc.constantFrom(...LEFT, ...RIGHT, 'a', 'Mål'),
      x: fc.constantFrom(0, 20, 220, 240, 480, 700),
      y: fc.integer({ min: 0, max: 800 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (places) => {
        const runs = places.map(({ text, x, y }) => run(text, x, y));
        assert.deepEqual([...bagOfWords(read(runs))].sort(), [...bagOfWords(runs.map(({ text }) => text))].sort());
      }),
      { numRuns: 300 },
    );
  });

  test('whatever the columns say, they come one after the other', () => {
    const column = fc.array(fc.constantFrom(...LEFT, ...RIGHT), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 2, maxLength: 3 }), (columns) => {
        assert.deepEqual(read(page(columns)), columns.flat());
      }),
      { numRuns: 200 },
    );
  });
});
