import { makeNode } from './node.ts';
import { peek } from './piece.ts';
import type { RepeatedHeads } from './repeated-heads.ts';
import type { RestatedPage, Restatement } from './restated.ts';
import type { Matrix, Theme } from './role-matrix.ts';

/**
 * A cell that its sheet lacks is taken from the summary that tells the matrix again: under a theme the summary has one passage per
 * level, all but one restate known cells, and the odd one stands where the missing level belongs.
 */
export function fillGaps(matrix: Matrix, pages: readonly RestatedPage[], heads: RepeatedHeads): void {
  for (const page of pages) {
    const used = new Set<Restatement>();
    let theme: Theme | null = null;
    let told: Restatement[] = [];
    for (const passage of page.passages) {
      const key = heads.keyOf(peek(passage.pieces));
      if (key === null) {
        told.push(passage);
        continue;
      }
      fillTheme(theme, told, matrix, used);
      theme = matrix.themes.get(key) ?? null;
      told = [];
    }
    fillTheme(theme, told, matrix, used);
    page.passages = page.passages.filter((passage) => !used.has(passage));
  }
}

function fillTheme(theme: Theme | null, told: readonly Restatement[], matrix: Matrix, used: Set<Restatement>): void {
  const missing = matrix.sheets.filter((sheet) => theme !== null && !theme.cells.has(sheet));
  const [sheet] = missing;
  if (!theme || !sheet || missing.length !== 1 || told.length !== matrix.sheets.length) return;
  const odd = told.filter((passage) => passage.block === null);
  const [passage] = odd;
  if (!passage || odd.length !== 1 || told.indexOf(passage) !== matrix.sheets.indexOf(sheet)) return;
  used.add(passage);
  theme.cells.set(sheet, passage.pieces);
  theme.node.body.push(makeNode('expectation', null, [passage.pieces], sheet.label.level));
}
