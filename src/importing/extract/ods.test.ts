import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { importDocument } from '../import-document.ts';
import { checkNothingLost } from '../open-format.ts';
import { makeZip } from './made-documents.fixture.ts';
import { odtEntries } from './made-office.fixture.ts';
import { readOds } from './ods.ts';

const cell = (text: string, attributes = ''): string =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

function workbook(...rows: string[]): Uint8Array {
  const entries = odtEntries(`<table:table table:name="Ark1">${rows.join('')}</table:table>`);
  return makeZip(
    entries.map(({ name, data }) => ({
      name,
      data: new TextEncoder().encode(new TextDecoder().decode(data).replaceAll('office:text', 'office:spreadsheet')),
    })),
  );
}

describe('an OpenDocument spreadsheet', () => {
  test('B4 becomes a matrix like any other: competences and behaviours by level', async () => {
    const bytes = workbook(
      row(cell('Kompetence'), cell('Adfærd'), cell('Direktør'), cell('Chef')),
      row(
        cell('Retning', 'table:number-rows-spanned="2"'),
        cell('Sætter mål'),
        cell('Siger, hvor vi skal hen'),
        cell('Gør målet til planer'),
      ),
      row('<table:covered-table-cell/>', cell('Følger op'), cell('Spørger hvert halve år'), cell('Spørger hver måned')),
    );
    const outcome = await importDocument({ bytes, fileName: 'matrix.ods' });
    assert.ok(outcome.ok);
    checkNothingLost(outcome.draft);
    assert.deepEqual(outcome.draft.levels, ['Direktør', 'Chef']);
    assert.equal(outcome.draft.elements.filter(({ kind }) => kind === 'expectation').length, 4);
  });

  test('cells that stand several times, line breaks and merged areas are read; comments are not', () => {
    const [sheet] =
      readOds(
        workbook(
          row(cell('a', 'table:number-columns-repeated="2"'), '<table:table-cell table:number-columns-repeated="3"/>', cell('b')),
          '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
          row(
            '<table:table-cell table:number-columns-spanned="2"><office:annotation><text:p>note</text:p></office:annotation><text:p>c<text:s/>d</text:p><text:p>e</text:p></table:table-cell>',
          ),
        ),
      ) ?? [];
    assert.deepEqual(sheet?.rows[0], ['a', 'a', null, null, null, 'b']);
    assert.equal(sheet?.rows.length, 1002);
    assert.deepEqual(sheet?.rows[1001], ['c d\ne']);
    assert.deepEqual(sheet?.merged, [[1001, 0, 1001, 1]]);
  });

  test('a cell said to stand a million times is refused, not written out', async () => {
    const bytes = workbook(row(cell('a', 'table:number-columns-repeated="1000000"')));
    const outcome = await importDocument({ bytes, fileName: 'stor.ods' });
    assert.equal(!outcome.ok && outcome.problem.code, 'too_large');
  });
});
