import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Statement } from '../../schema.ts';
import { matrixOf } from '../rules.ts';
import { cellsOfTable, previewOf } from './rules.ts';
import type { PastePreview } from './schema.ts';

const levels = ['Chef', 'Leder'].map((name, index) => ({ position: index + 1, name }));
function statement(id: string, parentId: string | null, more: Partial<Statement>): Statement {
  const blank = { slug: id, kindName: '', level: null, levelName: null, title: null, text: null, path: [], depth: 0 };
  return { statementId: id, elementId: id, kind: 'theme', parentId, ...blank, ...more };
}
const matrix = matrixOf(
  ['mod', 'ro'].flatMap((group) => [
    statement(group, null, { kind: 'competence', title: group === 'mod' ? 'Mod' : 'Ro' }),
    statement(`${group}-klart`, group, { title: 'Taler klart' }),
    statement(`${group}-1`, `${group}-klart`, { kind: 'expectation', level: 1, text: 'Chefen siger det' }),
    statement(`${group}-2`, `${group}-klart`, { kind: 'expectation', level: 2, text: 'Lederen siger det' }),
    statement(`${group}-fast`, group, { title: `Står fast i ${group}` }),
  ]),
  levels,
);
assert.ok(matrix);
function previewed(table: string): PastePreview {
  const preview = previewOf(table, matrix!);
  assert.ok(typeof preview !== 'string', String(preview));
  return preview;
}

test('a pasted table changes just the cells it gives other words, found by level and row', () => {
  const preview = previewed(
    '\tCHEF\tLeder\nStår fast i mod\tSiger nej\t"Siger fra,\nnår det gælder"\nStår fast i ro\t\tHolder ro',
  );
  assert.deepEqual(
    preview.changes.map(({ title, levelName, before, after }) => [title, levelName, before, after]),
    [
      ['Står fast i mod', 'Chef', '', 'Siger nej'],
      ['Står fast i mod', 'Leder', '', 'Siger fra,\nnår det gælder'],
      ['Står fast i ro', 'Leder', '', 'Holder ro'],
    ],
  );
});

test('rows with the same name are told apart by the competence before them, and empty cells take nothing away', () => {
  const preview = previewed(
    'Kompetence\tAdfærd\tChef\tLeder\nRo\tTaler klart\tChefen siger det roligt\t\nMod\tTaler klart\t\tLederen siger det',
  );
  assert.deepEqual(
    preview.changes.map(({ row, after }) => [row, after]),
    [['ro-klart', 'Chefen siger det roligt']],
  );
  assert.equal(preview.unchanged, 1);
});

test('what is not in the matrix is told and left out', () => {
  const preview = previewed('\tChef\tSouschef\tLeder\nMod\t\t\t\nStår fast i mod\tja\tnej\tmåske\nTaler grønt\tx\ty\tz');
  assert.deepEqual([preview.unknownColumns, preview.unknownRows, preview.changes.length], [['Souschef'], ['Taler grønt'], 2]);
  assert.equal(previewOf('a\tb\nc\td', matrix), 'no_levels');
  assert.equal(previewOf('\tChef\nUkendt\tx', matrix), 'no_rows');
});

test('a quotation mark that is never closed is only a sign', () => {
  assert.deepEqual(cellsOfTable('a\t"b\nc\td'), [
    ['a', '"b'],
    ['c', 'd'],
  ]);
});
