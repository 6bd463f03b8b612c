// From the bytes of a file to rows of text, or to one sentence about why not. Nothing is guessed about what the rows mean.
import { CsvError, parse } from 'csv-parse/sync';
import { LIMITS } from '../schema.ts';

export type FileProblem =
  | 'empty'
  | 'too_large'
  | 'spreadsheet'
  | 'not_text'
  | 'too_many_columns'
  | 'too_many_rows'
  | 'row_too_long'
  | 'quote_open'
  | 'not_csv';

/** The rows of a file, the first of them the header. `row` is the number a spreadsheet shows. */
export type Table =
  | { ok: true; rows: { row: number; cells: string[] }[] }
  | { ok: false; problem: FileProblem; row: number | null };

const DELIMITERS = [';', ',', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Reads a file of separated values: UTF-8, else windows-1252; separated by semicolon, comma or tab. */
export function readTable(bytes: Uint8Array): Table {
  if (bytes.length > LIMITS.bytes) return refused('too_large');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refused('spreadsheet');
  if (bytes.includes(0)) return refused('not_text');
  const { text, firstRow, delimiter: declared } = withoutDeclaration(decode(bytes));
  if (text.trim() === '') return refused('empty');
  const header = firstLine(text);
  const delimiter = declared ?? delimiterOf(header);
  // Counted before anything is parsed: a million columns are refused as quickly as one hundred and one.
  if (countOutsideQuotes(header, delimiter) >= LIMITS.columns) return refused('too_many_columns', firstRow);
  return parseRows(text, delimiter, firstRow);
}

function parseRows(text: string, delimiter: Delimiter, firstRow: number): Table {
  let records: string[][];
  try {
    records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LIMITS.recordBytes,
      to: LIMITS.rows + 2,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused(PARSER_PROBLEMS[error.code] ?? 'not_csv', rowOf(error, firstRow));
  }
  if (records.length > LIMITS.rows + 1) return refused('too_many_rows');
  const rows = records
    .map((cells, index) => ({ row: index + firstRow, cells: cells.map(tidy) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const wide = rows.find(({ cells }) => cells.length > LIMITS.columns);
  if (wide !== undefined) return refused('too_many_columns', wide.row);
  return rows.length < 2 ? refused('empty') : { ok: true, rows };
}

const PARSER_PROBLEMS: Record<string, FileProblem> = {
  CSV_MAX_RECORD_SIZE: 'row_too_long',
  CSV_QUOTE_NOT_CLOSED: 'quote_open',
  CSV_INVALID_CLOSING_QUOTE: 'not_csv',
};

function rowOf(error: CsvError, firstRow: number): number | null {
  return typeof error['records'] === 'number' ? error['records'] + firstRow : null;
}

function refused(problem: FileProblem, row: number | null = null): Table {
  return { ok: false, problem, row };
}

/** UTF-8 when it is valid as that; else the encoding that Excel on Windows saves in. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Excel may write "sep=;" as a line before the header. */
function withoutDeclaration(text: string): { text: string; firstRow: number; delimiter: Delimiter | null } {
  const match = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = DELIMITERS.find((candidate) => candidate === match?.[1]) ?? null;
  if (match === null || delimiter === null) return { text, firstRow: 1, delimiter: null };
  return { text: text.slice(match[0].length), firstRow: 2, delimiter };
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n]/);
  return end === -1 ? text : text.slice(0, end);
}

function delimiterOf(header: string): Delimiter {
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: countOutsideQuotes(header, delimiter) }));
  return counts.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).delimiter;
}

function countOutsideQuotes(line: string, delimiter: Delimiter): number {
  let count = 0;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) count++;
  }
  return count;
}

/** One form of each letter, no spaces or control characters that nobody can see, and without the mark that our own files put before a formula. */
function tidy(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+@-])/, '');
}
