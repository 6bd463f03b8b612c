import { parse } from 'csv-parse/sync';
import { seenMark } from '../../attributes/seen/rules.ts';
import { cellWords } from '../cells/rules.ts';
import type { Matrix, MatrixRow } from '../rules.ts';
import type { PastedCell, PastePreview, PasteProblem } from './schema.ts';

/** A table as spreadsheets put it on the clipboard: cells between tabs, those with line breaks in quotation marks. */
export function cellsOfTable(table: string): string[][] {
  const text = table.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const read = (quote: '"' | null): string[][] =>
    parse(text, { delimiter: '\t', quote, relax_quotes: true, relax_column_count: true, skip_empty_lines: false });
  let rows: string[][];
  try {
    rows = read('"');
  } catch {
    rows = read(null); // a quotation mark that is opened and never closed is just a sign
  }
  return rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
}

/**
 * What a pasted table would do to the matrix. Its columns are known by the levels' names, its rows by what they are called; where two rows
 * are called the same, by the competence before them. An empty cell says nothing: pasting takes no words away.
 */
export function previewOf(table: string, matrix: Matrix): PastePreview | PasteProblem {
  const rows = cellsOfTable(table);
  const levelAt = (cell: string) => matrix.levels.find((level) => plain(level.name) === plain(cell));
  const headAt = rows.findIndex((row) => row.some((cell) => levelAt(cell) !== undefined));
  const head = rows[headAt];
  if (head === undefined) return 'no_levels';
  const columns = head.flatMap((cell, index) => {
    const level = levelAt(cell);
    return level === undefined ? [] : [{ index, level }];
  });
  const before = columns[0]?.index ?? 0;
  const preview: Omit<PastePreview, 'seen'> = { changes: [], unchanged: 0, unknownRows: [], unknownColumns: [], several: [] };
  preview.unknownColumns = head.filter((cell, index) => index >= before && cell !== '' && levelAt(cell) === undefined);
  let known = 0;
  let group = '';
  for (const row of rows.slice(headAt + 1)) {
    const names = row.slice(0, before).filter((cell) => cell !== '');
    const title = names.at(-1) ?? '';
    group = names.length > 1 ? (names.at(-2) ?? group) : group;
    const found = rowCalled(matrix, title, group);
    if (found === null) {
      if (title !== '') preview.unknownRows.push(title);
      if (title !== '' && row.slice(before).every((cell) => cell === '')) group = title;
      continue;
    }
    known++;
    for (const { index, level } of columns) addCell(preview, found, level.position, row[index] ?? '');
  }
  if (known === 0) return 'no_rows';
  // The name of a competence alone in its row is a heading, not a row that was missed.
  const groups = new Set(matrix.groups.map(({ title }) => plain(title)));
  preview.unknownRows = preview.unknownRows.filter((title) => !groups.has(plain(title)));
  return { ...preview, seen: seenMark(preview.changes) };
}

function addCell(preview: Omit<PastePreview, 'seen'>, { row, cells }: MatrixRow, position: number, after: string): void {
  const cell = cells.find(({ level }) => level.position === position);
  if (cell === undefined || after === '') return;
  const title = row.title ?? row.text ?? '';
  const [only, ...more] = cell.statements;
  if (more.length > 0) {
    preview.several.push({ title, levelName: cell.level.name });
    return;
  }
  const before = cellWords(only);
  if (before === after) {
    preview.unchanged++;
    return;
  }
  const change: PastedCell = {
    row: row.elementId,
    title,
    level: position,
    levelName: cell.level.name,
    element: only?.elementId ?? '',
    before,
    after,
  };
  preview.changes = [...preview.changes.filter((one) => one.row !== change.row || one.level !== position), change];
}

function rowCalled(matrix: Matrix, title: string, group: string): MatrixRow | null {
  if (title === '') return null;
  const called = matrix.groups.flatMap((one) =>
    one.rows.filter(({ row }) => plain(row.title ?? row.text ?? '') === plain(title)).map((row) => ({ row, group: one.title })),
  );
  const [only, ...more] = called;
  if (more.length === 0) return only?.row ?? null;
  return called.find((one) => plain(one.group) === plain(group))?.row ?? null;
}

function plain(text: string): string {
  return text
    .toLocaleLowerCase('da')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
