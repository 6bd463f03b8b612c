import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Statement } from '../schema.ts';
import { matrixOf } from './rules.ts';

const levels = [
  { position: 1, name: 'Chef' },
  { position: 2, name: 'Leder' },
];

function statement(id: string, parentId: string | null, more: Partial<Statement>): Statement {
  const blank = { slug: id, kindName: '', level: null, levelName: null, title: null, text: null, path: [], depth: 0 };
  return { statementId: id, elementId: id, kind: 'theme', parentId, ...blank, ...more };
}

const competence = statement('mod', null, { kind: 'competence', title: 'Mod' });
const full = statement('klart', 'mod', { title: 'Taler klart' });
const forgotten = statement('fast', 'mod', { title: 'Står fast' });
const cell = (id: string, level: number, text: string) => statement(id, 'klart', { kind: 'expectation', level, text });

test('a row without any text is counted as empty cells, not forgotten', () => {
  const matrix = matrixOf(
    [competence, full, cell('a', 1, 'Du siger det, som det er'), cell('b', 2, 'Du siger til i tide'), forgotten],
    levels,
  );
  assert.deepEqual([matrix?.filled, matrix?.expected, matrix?.doubtful], [2, 4, 0]);
  assert.deepEqual(
    matrix?.groups.map(({ title, rows }) => [title, rows.length]),
    [['Mod', 2]],
  );
  assert.deepEqual(
    matrix?.groups[0]?.rows[1]?.cells.map(({ doubt }) => doubt),
    ['empty', 'empty'],
  );
});

test('editors are shown cells with several texts, hardly any words, or the words of another level', () => {
  const doubts = (...cells: Statement[]) =>
    matrixOf([competence, full, ...cells], levels)?.groups[0]?.rows[0]?.cells.map(({ doubt }) => doubt);
  assert.deepEqual(doubts(cell('a', 1, 'Du siger det tydeligt'), cell('b', 2, 'Du siger det, tydeligt!')), ['same', 'same']);
  assert.deepEqual(doubts(cell('a', 1, 'Du siger det tydeligt'), cell('b', 2, 'Som før')), [null, 'short']);
  assert.deepEqual(
    doubts(cell('a', 1, 'Du siger det tydeligt'), cell('b', 1, 'Du går forrest her'), cell('c', 2, 'Du siger til i tide')),
    ['several', null],
  );
});

test('a framework without texts per level has no matrix, and one remark about one level does not make one', () => {
  assert.equal(matrixOf([competence, full], levels), null);
  assert.equal(matrixOf([competence, full, cell('a', 1, 'Du siger det tydeligt')], levels), null);
});
