// Which column of a file is which, by the names in its first row.
import { COLUMN_KEYS, COLUMNS, REQUIRED_COLUMNS, type ColumnKey, type IntakeProblem, type IntakeRow } from '../schema.ts';
import type { Table } from '../file/rules.ts';

export type Header =
  | { ok: true; places: Map<ColumnKey, number>; ignored: string[]; width: number }
  | { ok: false; problem: 'columns_missing' | 'column_twice' | 'cpr_column'; columns: string[] };

/** Reads the first row. Unknown columns are ignored and named; a column of civil registration numbers is refused. */
export function readHeader(cells: string[]): Header {
  const names = cells.map(plain);
  const cpr = cells.filter((_, index) => /^(cpr|personnummer)/.test(names[index] ?? ''));
  if (cpr.length > 0) return { ok: false, problem: 'cpr_column', columns: cpr };
  const places = new Map<ColumnKey, number>();
  const ignored: string[] = [];
  for (const [index, name] of names.entries()) {
    const key = COLUMN_KEYS.find((candidate) => COLUMNS[candidate].some((word) => plain(word) === name));
    if (key === undefined && name !== '') ignored.push(cells[index] ?? '');
    if (key !== undefined && places.has(key)) return { ok: false, problem: 'column_twice', columns: [COLUMNS[key][0]] };
    if (key !== undefined) places.set(key, index);
  }
  const missing = REQUIRED_COLUMNS.filter((key) => !places.has(key));
  if (missing.length > 0) return { ok: false, problem: 'columns_missing', columns: missing.map((key) => COLUMNS[key][0]) };
  return { ok: true, places, ignored, width: cells.length };
}

/** The rows below the header by column, with what is wrong with a row as such. */
export function readRows(
  header: Header & { ok: true },
  table: Table & { ok: true },
): { rows: IntakeRow[]; problems: IntakeProblem[] } {
  const problems: IntakeProblem[] = header.ignored.map((name) => ({
    code: 'column_ignored',
    row: null,
    column: null,
    values: { name },
  }));
  const rows = table.rows.slice(1).map(({ row, cells }) => {
    if (cells.slice(header.width).some((cell) => cell !== ''))
      problems.push({
        code: 'too_many_cells',
        row,
        column: null,
        values: { cells: String(cells.length), columns: String(header.width) },
      });
    const cell = (key: ColumnKey) => cells[header.places.get(key) ?? -1] ?? '';
    return { row, ...Object.fromEntries(COLUMN_KEYS.map((key) => [key, cell(key)])) } as IntakeRow;
  });
  return { rows, problems };
}

/** Names of columns are compared without case, dots, dashes, underscores and spaces. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s._-]+/g, '');
}
