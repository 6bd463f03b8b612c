import type { Block } from './blocks.ts';
import { wordShare } from './list-items.ts';
import { CARRYING_KINDS } from './kind-words.ts';
import { descendants, isNode, makeNode, type Assembly, type Node } from './node.ts';
import { peek, type Piece } from './piece.ts';
import { cutLevelLabel, type RoleSheet, type SheetEntry } from './role-sheets.ts';
import { sameText } from './scan-damage.ts';

/** One theme of the matrix with what each sheet writes under it. */
export type Theme = { key: string; node: Node; cells: Map<RoleSheet, Piece[]> };

/** The matrix as the sheets alone tell it: themes in order, and which element each repeated heading above them means. */
export type Matrix = {
  themes: Map<string, Theme>;
  upper: Map<string, Node>;
  lower: Map<string, Node>;
  sheets: readonly RoleSheet[];
};

/** Reads the sheets: headings directly over text are themes, the others stand above them in one or two layers. */
export function readMatrix(sheets: readonly RoleSheet[], assembly: Assembly): Matrix {
  const layers = layersOf(sheets);
  const matrix: Matrix = { themes: new Map(), upper: new Map(), lower: new Map(), sheets };
  for (const sheet of sheets) {
    let theme: Theme | null = null;
    for (const entry of sheet.entries) {
      if (entry.head === null) placeText(entry, theme, sheet, assembly);
      else if (layers.get(entry.head) === 'theme') theme = placeTheme(entry, entry.head, matrix, assembly);
      else {
        theme = null;
        placeAbove(entry, entry.head, layers.get(entry.head) === 'upper' ? matrix.upper : matrix.lower, assembly);
      }
    }
  }
  for (const theme of matrix.themes.values())
    for (const [sheet, pieces] of theme.cells) theme.node.body.push(makeNode('expectation', null, [pieces], levelName(sheet)));
  return matrix;
}

/** The level elements of the sheets and the draft's list of levels, as the labels write them. */
export function placeLevels(sheets: readonly RoleSheet[], assembly: Assembly): void {
  const levels = assembly.levels.length === 0;
  for (const sheet of sheets) {
    const { name, level } = cutLevelLabel(sheet.label);
    assembly.furniture.push([name]);
    for (const further of sheet.furtherLabels) assembly.unplaced.push(further.pieces);
    const node = makeNode('level', level);
    assembly.root.body.push(node);
    if (levels && !assembly.levels.includes(levelName(sheet))) assembly.levels.push(levelName(sheet));
  }
}

function levelName(sheet: RoleSheet): string {
  return sheet.label.level;
}

type Layer = 'theme' | 'upper' | 'lower';

/** What follows a heading in most sheets decides its layer: text, a heading over text, or a heading over such a heading. */
function layersOf(sheets: readonly RoleSheet[]): Map<string, Layer> {
  const votes = new Map<string, Record<Layer, number>>();
  const over = (entry: SheetEntry | undefined, next: SheetEntry | undefined): boolean =>
    entry !== undefined && entry.head !== null && next !== undefined && next.head === null;
  for (const sheet of sheets) {
    sheet.entries.forEach((entry, i) => {
      if (entry.head === null || entry.beside) return;
      const vote = votes.get(entry.head) ?? { theme: 0, upper: 0, lower: 0 };
      const [next, after] = [sheet.entries[i + 1], sheet.entries[i + 2]];
      vote[over(entry, next) ? 'theme' : over(next, after) ? 'lower' : 'upper']++;
      votes.set(entry.head, vote);
    });
  }
  const best = (vote: Record<Layer, number>): Layer =>
    vote.theme >= vote.lower && vote.theme >= vote.upper ? 'theme' : vote.lower >= vote.upper ? 'lower' : 'upper';
  return new Map([...votes].map(([key, vote]) => [key, best(vote)]));
}

function placeText(entry: SheetEntry, theme: Theme | null, sheet: RoleSheet, assembly: Assembly): void {
  if (theme) theme.cells.set(sheet, [...(theme.cells.get(sheet) ?? []), ...entry.block.pieces]);
  else assembly.unplaced.push(entry.block.pieces);
}

function placeTheme(entry: SheetEntry, key: string, matrix: Matrix, assembly: Assembly): Theme {
  const known = matrix.themes.get(key);
  if (known) {
    assembly.repeats.push({ pieces: entry.block.pieces, node: known.node });
    return known;
  }
  const theme: Theme = { key, node: makeNode('theme', entry.block.pieces), cells: new Map() };
  matrix.themes.set(key, theme);
  return theme;
}

const SHARE = 0.6;

/** A heading above the themes repeats an element that a list has named already, or is a new one. */
function placeAbove(entry: SheetEntry, key: string, layer: Map<string, Node>, assembly: Assembly): void {
  const node = layer.get(key) ?? namedElement(entry.block, assembly);
  if (node) {
    layer.set(key, node);
    assembly.repeats.push({ pieces: entry.block.pieces, node });
    return;
  }
  const created = makeNode('competence', entry.block.pieces);
  assembly.root.body.push(created);
  layer.set(key, created);
}

function namedElement(block: Block, assembly: Assembly): Node | null {
  let best: Node | null = null;
  let share = SHARE;
  for (const node of descendants(assembly.root)) {
    if (!CARRYING_KINDS.has(node.kind) || node.kind === 'theme' || !node.title) continue;
    const title = peek(node.title);
    const mine = sameText(title, block.text) ? 2 : wordShare(block.text, title);
    if (mine > share) [best, share] = [node, mine];
  }
  return best;
}

/** Takes a node out of the tree, wherever it hangs. */
export function detach(node: Node, from: Node): void {
  from.body = from.body.filter((part) => part !== node);
  for (const part of from.body) if (isNode(part)) detach(node, part);
}
