import type { DraftElement, ElementKind, Passage } from '../open-format.ts';
import { slug } from '../structure/slug.ts';
import type { Cell } from './grid.ts';
import type { Column, Matrix } from './header.ts';

/** What sheets are read into; `named` finds an element again that is said on several rows. */
export type Building = {
  elements: DraftElement[];
  ids: Set<string>;
  levels: string[];
  repeats: (Passage & { element: string })[];
  furniture: Passage[];
  unplaced: Passage[];
};

const BULLET = /^(?:[-–—•·*▪‣]\s+|\d{1,2}[.)]\s+)/u;
/** A cell merged over some of the levels says the same for each; the draft can only give it to one, so a person should look. */
const SPREAD = 0.5;

/** Adds an element and gives it an id of its own below its parent. */
export function addElement(
  building: Building,
  element: Omit<DraftElement, 'id' | 'source'>,
  lines: [number, number],
): DraftElement {
  const words = slug(element.title ?? element.text ?? element.kind);
  const path = element.parent === null ? words : `${element.parent}/${words}`;
  let id = path;
  for (let count = 2; building.ids.has(id); count++) id = `${path}-${count}`;
  building.ids.add(id);
  const added = { id, ...element, source: { lines } };
  building.elements.push(added);
  return added;
}

/** Cells as a passage each, in one of the lists beside the tree. */
export function lay(list: Passage[], cells: Iterable<Cell>): void {
  for (const cell of cells) list.push({ text: cell.text, source: { lines: cell.lines } });
}

type Row = {
  building: Building;
  matrix: Matrix;
  under: string | null;
  placed: Set<Cell>;
  names: Map<number, DraftElement & { words: string }>;
};

/** Reads the contents of a matrix into elements below `under`. Every word of it lands in one place. */
export function readMatrix(matrix: Matrix, under: string | null, building: Building, level: string | null): void {
  const { grid, head, columns } = matrix;
  for (const column of columns)
    if (column.role === 'level' && !building.levels.includes(column.level)) building.levels.push(column.level);
  const row: Row = { building, matrix, under, placed: new Set(), names: new Map() };
  for (const cell of grid.cells) if (cell.row < head) row.placed.add(cell);
  let group: string | null = under;
  for (let number = head; number < grid.height; number++) {
    const cells = cellsOf(row, number);
    const [only] = cells;
    if (only !== undefined && cells.length === 1 && isGroup(row, only, number)) {
      group = addElement(building, { kind: 'section', parent: under, level: null, title: only.text, text: null }, only.lines).id;
      row.names.clear();
      row.placed.add(only);
    } else readRow(row, number, group, level);
  }
}

/** The cells that begin on this row. */
function cellsOf({ matrix: { grid }, placed }: Row, number: number): Cell[] {
  const cells = Array.from({ length: grid.width }, (_, column) => grid.at(number, column)).filter((cell) => cell !== null);
  return [...new Set(cells)].filter((cell) => !placed.has(cell));
}

/** One cell alone on its row, from the left and over several columns or with nothing below it to speak of: a heading. */
function isGroup({ matrix: { grid } }: Row, cell: Cell, number: number): boolean {
  const wide = cell.columns >= grid.width || cell.columns > 2;
  const alone = Array.from({ length: grid.width }, (_, column) => grid.at(number, column)).every(
    (other) => other === null || other === cell,
  );
  return cell.column === 0 && cell.rows === 1 && alone && (wide || number + 1 < grid.height);
}

function readRow(row: Row, number: number, group: string | null, sheetLevel: string | null): void {
  const { matrix, building } = row;
  const level = sheetLevel ?? levelOfRow(row, number);
  let parent = group;
  matrix.columns.forEach((column, at) => {
    const cell = matrix.grid.at(number, at);
    if (column.role === 'name') parent = nameElement(row, column.kind, at, cell, parent) ?? parent;
    else if (cell !== null && !row.placed.has(cell)) readCell(row, column, cell, parent, level);
    if (cell !== null) row.placed.add(cell);
  });
  if (level !== null && !building.levels.includes(level)) building.levels.push(level);
}

/** The element a name stands for. A merged, empty or repeated cell means the one above. */
function nameElement(row: Row, kind: ElementKind, at: number, cell: Cell | null, parent: string | null): string | null {
  const known = row.names.get(at);
  if (cell === null || row.placed.has(cell)) return known?.parent === parent ? known.id : null;
  if (known !== undefined && known.words === cell.text && known.parent === parent) {
    row.building.repeats.push({ text: cell.text, source: { lines: cell.lines }, element: known.id });
    return known.id;
  }
  const [title = '', ...rest] = cell.text.split('\n');
  const text = rest.length === 0 ? null : rest.join('\n');
  const element = addElement(row.building, { kind, parent, level: null, title, text }, cell.lines);
  for (const later of [...row.names.keys()].filter((column) => column > at)) row.names.delete(later);
  row.names.set(at, { ...element, words: cell.text });
  return element.id;
}

function levelOfRow({ matrix, building, placed }: Row, number: number): string | null {
  const at = matrix.columns.findIndex(({ role }) => role === 'levelName');
  const cell = at < 0 ? null : matrix.grid.at(number, at);
  if (cell === null) return null;
  if (!placed.has(cell)) lay(building.furniture, [cell]);
  placed.add(cell);
  return cell.text.replace(/\s+/gu, ' ');
}

function readCell(row: Row, column: Column, cell: Cell, parent: string | null, level: string | null): void {
  const { building, matrix } = row;
  if (column.role === 'number' || parent === null)
    return lay(column.role === 'number' ? building.furniture : building.unplaced, [cell]);
  if (column.role === 'description') return describe(building, parent, cell);
  const kind = column.role === 'part' ? column.kind : 'expectation';
  const own = column.role === 'level' ? column.level : level;
  const levels = matrix.columns.filter(({ role }) => role === 'level').length;
  const spread = column.role === 'level' && cell.columns > 1;
  for (const { text, lines } of statementsOf(cell)) {
    const everywhere = spread && cell.columns >= levels;
    const element = addElement(building, { kind, parent, level: everywhere ? null : own, title: null, text }, lines);
    if (spread && !everywhere) element.confidence = SPREAD;
  }
}

/** What a thing means becomes its text, or an element below it when it has a text already. */
function describe(building: Building, parent: string, cell: Cell): void {
  const element = building.elements.find(({ id }) => id === parent);
  if (element !== undefined && element.text === null) element.text = cell.text;
  else addElement(building, { kind: 'definition', parent, level: null, title: null, text: cell.text }, cell.lines);
}

/** A cell that is a list holds several statements; any other holds one. */
function statementsOf(cell: Cell): { text: string; lines: [number, number] }[] {
  const lines = cell.text.split('\n');
  const listed = lines.length > 1 && lines.every((line) => BULLET.test(line));
  if (!listed) return [{ text: cell.text, lines: cell.lines }];
  return lines.map((line, at) => ({
    text: /^\d/u.test(line) ? line : line.replace(BULLET, ''),
    lines: [cell.lines[0] + at, cell.lines[0] + at],
  }));
}
