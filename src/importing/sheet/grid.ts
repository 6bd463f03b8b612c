import type { Sheet } from '../extract/xlsx.ts';

/** A filled cell: its words, the lines of the draft's text it stands on, and how many rows and columns it covers. */
export type Cell = { text: string; lines: [number, number]; rows: number; columns: number; row: number; column: number };

/** A sheet without its empty edges. A merged cell stands once, at its first place; `at` finds it from every place it covers. */
export type Grid = {
  name: string;
  height: number;
  width: number;
  cells: Cell[];
  at: (row: number, column: number) => Cell | null;
};

/** Collects the text of a draft line by line. */
export type TextLines = { lines: string[]; add: (text: string) => [number, number] };

/** An empty text to add to; every addition gives the first and last line it stands on, counted from 1. */
export function textLines(): TextLines {
  const lines: string[] = [];
  return {
    lines,
    add: (text) => {
      const first = lines.length + 1;
      lines.push(...text.split('\n'));
      return [first, lines.length];
    },
  };
}

/** The sheet as a grid, its words added to the text row by row. Null for a sheet without words. */
export function gridOf(sheet: Sheet, text: TextLines): Grid | null {
  const areas = new Map(sheet.merged.map((area) => [`${area[0]} ${area[1]}`, area]));
  const cells: Cell[] = [];
  const covered = new Map<string, Cell>();
  sheet.rows.forEach((row, rowNumber) => {
    row.forEach((words, columnNumber) => {
      if (words === null || covered.has(`${rowNumber} ${columnNumber}`)) return;
      const cell = cellOf(words, rowNumber, columnNumber, areas.get(`${rowNumber} ${columnNumber}`), text);
      cells.push(cell);
      cover(covered, cell, sheet);
    });
    if (row.some((words) => words !== null)) text.lines.push('');
  });
  return cells.length === 0 ? null : gridFrom(sheet.name, cells);
}

function cellOf(
  words: string,
  row: number,
  column: number,
  area: [number, number, number, number] | undefined,
  text: TextLines,
): Cell {
  const clean = words
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  const rows = area === undefined ? 1 : area[2] - row + 1;
  const columns = area === undefined ? 1 : area[3] - column + 1;
  return { text: clean, lines: text.add(clean), rows, columns, row, column };
}

/** A merged area may claim the whole sheet; only the rows and columns that hold something are marked. */
function cover(covered: Map<string, Cell>, cell: Cell, sheet: Sheet): void {
  const lastRow = Math.min(cell.row + cell.rows, sheet.rows.length);
  for (let row = cell.row; row < lastRow; row++) {
    const lastColumn = Math.min(cell.column + cell.columns, sheet.rows[row]?.length ?? 0);
    for (let column = cell.column; column < lastColumn; column++) covered.set(`${row} ${column}`, cell);
  }
}

/** A grid of the given cells, its empty rows and columns at the edges cut off. */
export function gridFrom(name: string, cells: readonly Cell[]): Grid {
  const top = Math.min(...cells.map((cell) => cell.row));
  const left = Math.min(...cells.map((cell) => cell.column));
  const moved = cells.map((cell) => ({ ...cell, row: cell.row - top, column: cell.column - left }));
  const height = Math.max(...moved.map((cell) => cell.row)) + 1;
  const width = Math.max(...moved.map((cell) => cell.column)) + 1;
  const places = new Map<string, Cell>();
  for (const cell of moved)
    for (let row = cell.row; row < Math.min(height, cell.row + cell.rows); row++)
      for (let column = cell.column; column < Math.min(width, cell.column + cell.columns); column++)
        places.set(`${row} ${column}`, cell);
  return { name, height, width, cells: moved, at: (row, column) => places.get(`${row} ${column}`) ?? null };
}

/** Rows become columns. */
export function transposed(grid: Grid): Grid {
  return gridFrom(
    grid.name,
    grid.cells.map((cell) => ({ ...cell, row: cell.column, column: cell.row, rows: cell.columns, columns: cell.rows })),
  );
}

/** The different cells of a row, from left to right. */
export function rowOf(grid: Grid, row: number): Cell[] {
  const found = new Set<Cell>();
  for (let column = 0; column < grid.width; column++) {
    const cell = grid.at(row, column);
    if (cell !== null) found.add(cell);
  }
  return [...found];
}
