import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { lexicons } from '#dictionaries/lexicons.ts';
import { importDocument } from '../import-document.ts';
import { CLEAN_DANISH, CLEAN_ENGLISH } from '../repair/clean-texts.fixture.ts';
import { bagOfWords } from '../words.ts';
import { orderColumns } from './text-columns.ts';

const DOCS = join(import.meta.dirname, '../../../docs');
const PROSE = CLEAN_DANISH.split('\n').filter((line) => line.length > 150);
const danish = await lexicons('da');

/** A text broken into lines of at most so many signs. */
function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const inTurn = (left: readonly string[], right: readonly string[]): string[] => left.flatMap((line, i) => [line, right[i] ?? '']);
/** Columns of paragraphs from two places of the text, and how wide and long they are. */
const columns = fc
  .record({
    width: fc.integer({ min: 34, max: 48 }),
    lines: fc.integer({ min: 9, max: 24 }),
    left: fc.nat(PROSE.length - 1),
    right: fc.integer({ min: 3, max: PROSE.length - 1 }),
  })
  .map(({ width, lines, left, right }) =>
    [left, left + right].map((first) =>
      broken([...PROSE, ...PROSE, ...PROSE].slice(first, first + 6).join(' '), width).slice(0, lines),
    ),
  )
  .map(([left = [], right = []]) => ({ left, right }));

describe('two columns written line by line in turn', () => {
  test('they are parted or shown as doubtful, and never put in another order', () => {
    let parted = 0;
    fc.assert(
      fc.property(columns, ({ left, right }) => {
        const lines = inTurn(left, right);
        const { text, doubtful } = orderColumns(['Overskrift', '', ...lines].join('\n'), danish);
        const read = text.split('\n').slice(2);
        const inOrder = read.join('\n') === [...left, '', ...right].join('\n');
        if (inOrder) parted++;
        assert.ok(inOrder || read.join('\n') === lines.join('\n'));
        assert.ok(doubtful.has(3) && doubtful.has(lines.length) && !doubtful.has(1));
      }),
      { numRuns: 150, seed: 7 },
    );
    assert.ok(parted > 75, `${parted} of 150`);
  });

  test('columns of unlike length are not parted, since the last lines may belong to either', () => {
    const [left, right] = [broken(PROSE.slice(0, 3).join(' '), 40), broken(PROSE.slice(4, 7).join(' '), 40)];
    const lines = [...inTurn(left.slice(0, 12), right.slice(0, 12)), ...left.slice(12, 15)];
    const { text, doubtful } = orderColumns(lines.join('\n'), danish);
    assert.deepEqual(text.split('\n'), lines);
    assert.ok(doubtful.size > 0);
  });

  test('a person who imports them sees elements to look at, and no word is lost', async () => {
    const [left, right] = [broken(PROSE.slice(0, 3).join(' '), 40), broken(PROSE.slice(4, 7).join(' '), 40)];
    const text = ['God ledelse i Nyby', '', ...inTurn(left.slice(0, 16), right.slice(0, 16))].join('\n');
    const outcome = await importDocument({ bytes: new TextEncoder().encode(text), fileName: 'spalter.txt' }, lexicons);
    assert.ok(outcome.ok);
    assert.ok(outcome.draft.elements.some(({ confidence }) => confidence === 0.5));
    assert.deepEqual([...bagOfWords([outcome.draft.text])].sort(), [...bagOfWords([text])].sort());
    assert.ok(outcome.draft.text.includes([...left.slice(0, 16), '', ...right.slice(0, 16)].join('\n')));
  });
});

describe('a text in one column', () => {
  const untouched = (text: string): void => {
    for (const words of [danish, null]) assert.deepEqual(orderColumns(text, words), { text, doubtful: new Set() });
  };

  test('is left alone and unmarked, however its lines are broken', () => {
    for (const text of [CLEAN_DANISH, CLEAN_ENGLISH])
      for (let width = 30; width <= 120; width += 3)
        untouched(
          text
            .split('\n')
            .map((line) => broken(line, width).join('\n'))
            .join('\n'),
        );
  });

  test('is left alone when each line is a sentence, a clause, or a name', () => {
    untouched(CLEAN_DANISH.replace(/(?<=[.!?;]) /gu, '\n'));
    untouched(CLEAN_DANISH.replace(/(?<=[.,!?;:]) /gu, '\n'));
    untouched(PROSE.map((line) => line.split(' ').slice(0, 3).join(' ')).join('\n'));
  });

  test('is left alone in all our own documents', () => {
    const files = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    assert.ok(files.length > 20);
    for (const file of files) untouched(readFileSync(join(DOCS, file), 'utf8'));
  });
});
