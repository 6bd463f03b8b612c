// What can be said of a single cell.
import { COLUMN_KEYS, type ColumnKey, type IntakeProblem, type IntakeRow } from '../../schema.ts';

const LONGEST: Record<ColumnKey, number> = {
  unitCode: 60,
  unitName: 200,
  parentCode: 60,
  number: 60,
  name: 200,
  email: 254,
  title: 200,
  leads: 2000,
  level: 100,
  language: 20,
  samePerson: 60,
};
const LANGUAGES: Record<string, 'da' | 'en'> = { da: 'da', dansk: 'da', danish: 'da', en: 'en', engelsk: 'en', english: 'en' };

/** The language a cell names; null when it names none of ours. */
export function languageOf(cell: string): 'da' | 'en' | null {
  return LANGUAGES[cell.toLowerCase()] ?? null;
}

/** Is this the form of a mail address? Whether somebody reads it, only a mail can tell. */
export function isEmail(cell: string): boolean {
  return /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@.,;<>"()]{2,}$/.test(cell);
}

/** A spreadsheet would take the cell for a formula. */
export function isFormula(cell: string): boolean {
  return /^[=+@-]./.test(cell);
}

/** A cell as it may stand in a file that people open in a spreadsheet: text is never taken for a formula. */
export function neutralised(cell: string): string {
  return /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell;
}

/** Everything that is wrong with cells by themselves, or worth knowing of them. */
export function checkCells(rows: IntakeRow[]): IntakeProblem[] {
  return rows.flatMap((row) => [...checkRow(row), ...COLUMN_KEYS.flatMap((column) => checkCell(row, column))]);
}

function checkRow(row: IntakeRow): IntakeProblem[] {
  const problems: IntakeProblem[] = [];
  const found = (code: IntakeProblem['code'], column: ColumnKey, values: Record<string, string> = {}) =>
    problems.push({ code, row: row.row, column, values });
  if (row.unitCode === '') found('unit_code_missing', 'unitCode');
  if (row.number !== '' && row.name === '') found('name_missing', 'name', { number: row.number });
  const personal = row.name || row.email || row.title || row.leads || row.level;
  if (row.number === '' && personal !== '') found('number_missing', 'number', { name: row.name });
  if (row.email !== '' && !isEmail(row.email)) found('email_invalid', 'email', { email: row.email });
  if (row.language !== '' && languageOf(row.language) === null) found('language_unknown', 'language', { language: row.language });
  return problems;
}

function checkCell(row: IntakeRow, column: ColumnKey): IntakeProblem[] {
  const cell = row[column];
  if (cell === '') return [];
  const values = { value: cell.slice(0, 60), longest: String(LONGEST[column]) };
  if (cell.length > LONGEST[column]) return [{ code: 'too_long', row: row.row, column, values }];
  if (looksLikeCpr(cell)) return [{ code: 'looks_like_cpr', row: row.row, column, values: {} }];
  if (isFormula(cell)) return [{ code: 'formula', row: row.row, column, values }];
  return [];
}

/** Six digits that are a date, a dash and four digits. The number itself is never repeated in what people are told. */
function looksLikeCpr(cell: string): boolean {
  const match = /^(\d{2})(\d{2})\d{2}-\d{4}$/.exec(cell);
  return match !== null && Number(match[1]) >= 1 && Number(match[1]) <= 31 && Number(match[2]) >= 1 && Number(match[2]) <= 12;
}
