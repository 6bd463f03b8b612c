import type { Sheet } from './xlsx.ts';

/** A workbook without a matrix as text: a cell a line, an empty line between rows, more between sheets. */
export function sheetLines(sheets: readonly Sheet[]): string {
  return sheets
    .map(({ rows }) =>
      rows
        .map((row) => row.filter((cell) => cell !== null).join('\n'))
        .filter((row) => row !== '')
        .join('\n\n'),
    )
    .filter((sheet) => sheet !== '')
    .join('\n\n\n\n');
}
