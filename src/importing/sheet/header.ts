import type { ElementKind } from '../open-format.ts';
import { kindOfNoun, layerKind } from '../structure/kind-words.ts';
import { wordsOf } from '../words.ts';
import { rowOf, transposed, type Cell, type Grid } from './grid.ts';

/** What a column of a matrix holds: names of things, what they mean, words for one level, the level of the row, parts, or numbers. */
export type Column =
  | { role: 'name'; kind: ElementKind }
  | { role: 'description' }
  | { role: 'level'; level: string }
  | { role: 'levelName' }
  | { role: 'part'; kind: ElementKind }
  | { role: 'number' };

/** A grid with the row of its headings found; `head` are the rows above the contents. Rows and columns may have changed places. */
export type Matrix = { grid: Grid; head: number; columns: Column[] };

const LEVEL =
  /^(?:\d+[.:)]?\s*)?(?:niveau|level|trin|stage)\b|direkt|chef|leder(?:e|en|ne)?\b|lederniveau|ledelsesniveau|medarbejder|director|manager|leader|head of|executive|supervisor|koordinator|forvaltning|borgmester/iu;
const LEVEL_COLUMN = /^(?:leder|ledelses)?niveau(?:et)?$|^(?:leadership )?level$|^rolle$|^role$/iu;
const DESCRIPTION = /beskriv|definition|forklar|description|uddyb|explanation/iu;
const BEHAVIOUR = /adfærd|handling|kendetegn|tegn|eksemp|behavio|indicator|indikator|forvent|udsagn|statement|praksis|practice/iu;
const GROUP =
  /kompetence|competenc|tema|theme|værdi|value|princip|område|area|dimension|emne|topic|flag|pejlemærke|kategori|category/iu;
const ROWS_LOOKED_AT = 12;
const LONGEST_NAME = 7;

/** Whether a heading names a level of leadership, as far as words can tell. */
export function namesLevel(name: string): boolean {
  return LEVEL.test(name) && !LEVEL_COLUMN.test(name);
}

/** The matrix in a grid, in the direction in which its headings make sense; null when it has none. */
export function findMatrix(grid: Grid): Matrix | null {
  const upright = matrixIn(grid);
  const turned = matrixIn(transposed(grid));
  if (upright === null || turned === null) return upright ?? turned;
  return hasLevels(turned) && !hasLevels(upright) ? turned : upright;
}

function hasLevels({ columns }: Matrix): boolean {
  return columns.some(({ role }) => role === 'level' || role === 'levelName');
}

function matrixIn(grid: Grid): Matrix | null {
  for (let row = 0; row < Math.min(grid.height - 1, ROWS_LOOKED_AT); row++) {
    const cells = rowOf(grid, row);
    if (cells.length < 2 || cells.some((cell) => cell.columns > 1 && cells.length < 3 && !splits(grid, row, cell))) continue;
    const head = cells.some((cell) => splits(grid, row, cell)) ? row + 1 : row;
    const columns = rolesOf(grid, head);
    if (columns !== null) return { grid, head: head + 1, columns };
  }
  return null;
}

/** A heading over several columns that have headings of their own below it. */
function splits(grid: Grid, row: number, cell: Cell): boolean {
  if (cell.columns < 2 || row + cell.rows >= grid.height - 1) return false;
  const below = new Set(Array.from({ length: cell.columns }, (_, i) => grid.at(row + cell.rows, cell.column + i)));
  return below.size === cell.columns && ![...below].some((one) => one === null || wordsOf(one.text).length > LONGEST_NAME);
}

function rolesOf(grid: Grid, head: number): Column[] | null {
  const names = Array.from({ length: grid.width }, (_, column) => grid.at(head, column)?.text ?? '');
  if (names.some((name) => wordsOf(name).length > LONGEST_NAME)) return null;
  const levels = levelColumns(grid, head, names);
  const columns = names.map((name, column) => roleOf(grid, head, name, column, levels));
  const named = columns.some(({ role }) => role === 'name');
  const filled = columns.some(({ role }) => role === 'level' || role === 'part' || role === 'description');
  return named && filled ? columns : null;
}

/** Columns named as levels are; or, where none is, three or more whole columns of sentences beside one of names. */
function levelColumns(grid: Grid, head: number, names: readonly string[]): Set<number> {
  const likely = names.flatMap((name, column) => (namesLevel(name) ? [column] : []));
  if (likely.length >= 2) {
    const [first = 0, last = 0] = [likely[0], likely.at(-1)];
    const between = names.flatMap((name, column) => (column >= first && column <= last && name !== '' ? [column] : []));
    return new Set(between.filter((column) => !GROUP.test(names[column] ?? '')));
  }
  const known = names.some((name) => LEVEL_COLUMN.test(name) || BEHAVIOUR.test(name) || DESCRIPTION.test(name));
  const wordy = names.flatMap((name, column) => (column > 0 && name !== '' && isWordy(grid, head, column) ? [column] : []));
  return !known && wordy.length >= 3 && !isWordy(grid, head, 0) ? new Set(wordy) : new Set();
}

function isWordy(grid: Grid, head: number, column: number): boolean {
  const cells = columnOf(grid, head, column);
  const long = cells.filter((cell) => wordsOf(cell.text).length > 4).length;
  return cells.length > 0 && long * 2 > cells.length;
}

function columnOf(grid: Grid, head: number, column: number): Cell[] {
  const cells = Array.from({ length: grid.height - head - 1 }, (_, i) => grid.at(head + 1 + i, column));
  return [...new Set(cells)].filter((cell) => cell !== null);
}

function roleOf(grid: Grid, head: number, name: string, column: number, levels: ReadonlySet<number>): Column {
  const cells = columnOf(grid, head, column);
  if (levels.has(column)) return { role: 'level', level: name.replace(/\s+/gu, ' ') };
  if (LEVEL_COLUMN.test(name)) return levels.size > 0 ? { role: 'name', kind: 'competence' } : { role: 'levelName' };
  if (cells.length > 0 && cells.every((cell) => /^[\d.,\s]+$/u.test(cell.text))) return { role: 'number' };
  if (DESCRIPTION.test(name)) return { role: 'description' };
  const layer = layerKind(name);
  if (layer !== null) return { role: 'part', kind: layer };
  if (BEHAVIOUR.test(name) && (levels.size === 0 || isWordy(grid, head, column)) && column > 0)
    return levels.size === 0 ? { role: 'part', kind: 'expectation' } : { role: 'name', kind: 'theme' };
  const kind = kindInName(name);
  if (column === 0 || GROUP.test(name) || kind !== null) return { role: 'name', kind: kind ?? firstKind(column) };
  if (levels.size > 0 && column < Math.min(...levels)) return { role: 'name', kind: 'theme' };
  return isWordy(grid, head, column) ? { role: 'part', kind: 'expectation' } : { role: 'name', kind: 'theme' };
}

function firstKind(column: number): ElementKind {
  return column === 0 ? 'competence' : 'theme';
}

function kindInName(name: string): ElementKind | null {
  for (const word of wordsOf(name)) {
    const kind = kindOfNoun(word);
    if (kind !== null && kind !== 'level') return kind;
  }
  return null;
}
