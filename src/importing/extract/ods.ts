import { ImportProblem } from './import-problem.ts';
import { MAX_CELLS, MAX_CHARACTERS, MAX_COLUMNS, MAX_LINES, MAX_SHEETS } from './limits.ts';
import type { Sheet } from './xlsx.ts';
import { walkXml } from './xml.ts';
import { openZip } from './zip.ts';

const SKIPPED = new Set(['office:annotation', 'table:shapes', 'table:tracked-changes', 'svg:title', 'svg:desc']);

/** How far a reading has come. `text` is the cell being read, null outside of cells. */
type Reading = {
  sheets: Sheet[];
  row: number;
  column: number;
  text: string | null;
  /** How often the row and the cell stand there, and over how many columns and rows the cell reaches. */
  rowTimes: number;
  times: number;
  span: [columns: number, rows: number];
  skipping: number;
  budget: { cells: number; characters: number };
};

/** The sheets of an OpenDocument spreadsheet (ODS) as texts, or null when the document is none. Nothing is computed or fetched. */
export function readOds(bytes: Uint8Array): Sheet[] | null {
  const zip = openZip(bytes);
  const content = zip.textOf('content.xml');
  if (content?.includes('<office:spreadsheet') !== true) return null;
  const reading: Reading = {
    sheets: [],
    row: 0,
    column: 0,
    text: null,
    rowTimes: 1,
    times: 1,
    span: [1, 1],
    skipping: 0,
    budget: { cells: MAX_CELLS, characters: MAX_CHARACTERS },
  };
  walkXml(content, {
    open: (name, attribute) => begin(reading, name, attribute),
    close: (name) => end(reading, name),
    text: (text) => write(reading, text),
  });
  if (reading.sheets.length === 0) throw new ImportProblem('broken');
  return reading.sheets;
}

function begin(reading: Reading, name: string, attribute: (name: string) => string | null): void {
  const number = (wanted: string): number => Math.max(1, Math.floor(Number(attribute(wanted) ?? 1)) || 1);
  if (SKIPPED.has(name)) reading.skipping++;
  if (reading.skipping > 0) return;
  if (name === 'table:table') {
    reading.sheets.push({ name: attribute('table:name') ?? '', rows: [], merged: [] });
    reading.row = 0;
    if (reading.sheets.length > MAX_SHEETS) throw new ImportProblem('too_large');
  }
  if (name === 'table:table-row') {
    reading.column = 0;
    reading.rowTimes = number('table:number-rows-repeated');
  }
  if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
    reading.text = '';
    reading.times = number('table:number-columns-repeated');
    reading.span = [number('table:number-columns-spanned'), number('table:number-rows-spanned')];
  }
  if (name === 'text:p' && reading.text !== null && reading.text !== '') write(reading, '\n');
  if (name === 'text:line-break') write(reading, '\n');
  if (name === 'text:s' || name === 'text:tab') write(reading, ' ');
}

function write(reading: Reading, text: string): void {
  if (reading.skipping === 0 && reading.text !== null) reading.text += text;
}

function end(reading: Reading, name: string): void {
  if (SKIPPED.has(name)) reading.skipping--;
  if (reading.skipping > 0) return;
  if (name === 'table:table-row') reading.row += reading.rowTimes;
  if (name !== 'table:table-cell' && name !== 'table:covered-table-cell') return;
  const text = (reading.text ?? '').trim();
  reading.text = null;
  if (text !== '') putCell(reading, text);
  reading.column += reading.times;
}

/** Puts a cell into every place it stands. Rows and columns that are filled in advance by the million are empty, and cost nothing. */
function putCell({ sheets, row, column, rowTimes, times, span, budget }: Reading, text: string): void {
  const sheet = sheets.at(-1);
  if (!sheet) throw new ImportProblem('broken');
  budget.cells -= rowTimes * times;
  budget.characters -= rowTimes * times * text.length;
  const outside = row + rowTimes > MAX_LINES || column + times > MAX_COLUMNS;
  if (outside || budget.cells < 0 || budget.characters < 0) throw new ImportProblem('too_large');
  for (let at = row; at < row + rowTimes; at++) {
    while (sheet.rows.length <= at) sheet.rows.push([]);
    const line = sheet.rows[at] ?? [];
    while (line.length < column) line.push(null);
    for (let i = column; i < column + times; i++) line[i] = text;
  }
  const [columns, rows] = span;
  if ((columns > 1 || rows > 1) && sheet.merged.length < MAX_LINES)
    sheet.merged.push([row, column, Math.min(row + rows, MAX_LINES) - 1, Math.min(column + columns, MAX_COLUMNS) - 1]);
}
