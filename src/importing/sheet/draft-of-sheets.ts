import type { Sheet } from '../extract/xlsx.ts';
import { checkNothingLost, FORMAT, type FrameworkDraft } from '../open-format.ts';
import { titleOfFile } from '../structure/masthead.ts';
import { gridOf, textLines, type Grid, type TextLines } from './grid.ts';
import { findMatrix, namesLevel, type Matrix } from './header.ts';
import { addElement, lay, readMatrix, type Building } from './matrix.ts';

type Read = { grid: Grid; matrix: Matrix | null };

/**
 * The draft in a workbook whose sheets are matrices: names by levels, or names by behaviours. Null when no sheet is one. No word is
 * lost: headings and numbers become furniture, sheets and rows that are not understood stay unplaced.
 */
export function draftOfSheets(sheets: readonly Sheet[], fileName: string): FrameworkDraft | null {
  const text = textLines();
  const building: Building = { elements: [], ids: new Set(), levels: [], repeats: [], furniture: [], unplaced: [] };
  const read = sheets.flatMap((sheet): (Read & { named: [number, number] | null })[] => {
    const named: [number, number] | null = sheets.length > 1 && sheet.name !== '' ? text.add(sheet.name) : null;
    const grid = gridOf(sheet, text);
    if (grid === null && named !== null) building.furniture.push({ text: sheet.name, source: { lines: named } });
    return grid === null ? [] : [{ grid, matrix: findMatrix(grid), named }];
  });
  if (!read.some(({ matrix }) => matrix !== null)) return null;
  const matrices = read.filter(({ matrix }) => matrix !== null).length;
  const title = read
    .flatMap(({ grid, matrix }) => (matrix === null ? [] : [titleAbove(grid, matrix)]))
    .find((one) => one !== null);
  for (const { grid, matrix, named } of read) readSheet(building, { grid, matrix, named, several: matrices > 1 });
  const draft = draftFrom(building, text, title ?? titleOfFile(fileName));
  checkNothingLost(draft);
  return draft;
}

type SheetToRead = Read & { named: [number, number] | null; several: boolean };

function readSheet(building: Building, { grid, matrix, named, several }: SheetToRead): void {
  const ownLevels = matrix?.columns.some(({ role }) => role === 'level' || role === 'levelName') ?? true;
  const isLevel = several && !ownLevels && namesLevel(grid.name);
  let under: string | null = null;
  if (named !== null && several && !isLevel && matrix !== null)
    under = addElement(building, { kind: 'section', parent: null, level: null, title: grid.name, text: null }, named).id;
  else if (named !== null) building.furniture.push({ text: grid.name, source: { lines: named } });
  if (matrix === null) {
    lay(building.unplaced, grid.cells);
    return;
  }
  const above = matrix.grid.cells.filter((cell) => cell.row < matrix.head);
  lay(building.furniture, above);
  if (isLevel) building.levels.push(grid.name);
  readMatrix(matrix, under, building, isLevel ? grid.name : null);
}

/** The first words above a matrix, when they stand alone on their row: the title somebody gave the sheet. */
function titleAbove(grid: Grid, matrix: Matrix): string | null {
  if (matrix.head < 2) return null;
  const [first] = grid.cells;
  const alone = first !== undefined && grid.cells.filter((cell) => cell.row === first.row).length === 1;
  return alone && first.text.length <= 120 ? first.text.replaceAll('\n', ' ') : null;
}

function draftFrom(building: Building, { lines }: TextLines, title: string): FrameworkDraft {
  return {
    format: FORMAT,
    organisation: '',
    title,
    date: null,
    levels: building.levels,
    kinds: {},
    elements: inOrder(building.elements),
    repeats: building.repeats,
    unplaced: building.unplaced,
    furniture: building.furniture,
    repairs: [],
    text: lines.join('\n'),
  };
}

/** Parents before children, brothers and sisters in the order in which they were found. */
function inOrder(elements: FrameworkDraft['elements']): FrameworkDraft['elements'] {
  const children = Map.groupBy(elements, (element) => element.parent);
  const ordered: FrameworkDraft['elements'] = [];
  const visit = (parent: string | null): void => {
    for (const element of children.get(parent) ?? []) {
      ordered.push(element);
      visit(element.id);
    }
  };
  visit(null);
  return ordered;
}
