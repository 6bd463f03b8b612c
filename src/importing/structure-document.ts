import type { ExtractedText } from './extract/extract-text.ts';
import type { FrameworkDraft } from './open-format.ts';
import { attachExplanations } from './structure/attach-explanations.ts';
import { attachRestated } from './structure/attach-restated.ts';
import { makeBlocks, type Block } from './structure/blocks.ts';
import { countedNouns } from './structure/counted-nouns.ts';
import { emitDraft } from './structure/emit.ts';
import { readMasthead } from './structure/masthead.ts';
import { fillGaps } from './structure/matrix-gaps.ts';
import { hangMatrix } from './structure/matrix-parents.ts';
import { pairExplanations, readFigures } from './structure/name-runs.ts';
import { newAssembly, type Assembly } from './structure/node.ts';
import { buildOutline } from './structure/outline.ts';
import { isPageNumber } from './structure/page-numbers.ts';
import { refine } from './structure/refine.ts';
import { cutRepeatedHeads, repeatedHeads } from './structure/repeated-heads.ts';
import { findRestated } from './structure/restated.ts';
import { placeLevels, readMatrix } from './structure/role-matrix.ts';
import { findRoleSheets } from './structure/role-sheets.ts';
import type { Piece } from './structure/piece.ts';
import { readRows, type Row } from './structure/rows.ts';
import { splitRows } from './structure/split-rows.ts';

/** The text of a document as a draft of its framework. Pure; the same text gives the same draft. */
export function structureDocument(source: ExtractedText, fileName: string): FrameworkDraft {
  const assembly = newAssembly();
  const read = readRows(source.text);
  const { body, furniture } = partFurniture(read.rows, source.furnitureLines);
  const split = splitRows(body);
  for (const piece of [...read.furniture, ...split.furniture, ...furniture]) assembly.furniture.push([piece]);
  const blocks = makeBlocks(split.rows);
  const masthead = readMasthead(blocks, fileName);
  const isFurniture = (block: Block): boolean => masthead.furniture.has(block) || isPageNumber(block);
  for (const block of blocks.filter(isFurniture)) assembly.furniture.push(block.pieces);
  placeBlocks(
    blocks.filter((block) => !isFurniture(block)),
    assembly,
  );
  return emitDraft(assembly, masthead, source.text, [...read.repairs, ...split.repairs], source.pageOf);
}

/** Headers and footers leave the rows; the row after one still begins its page. */
function partFurniture(rows: readonly Row[], lines: ReadonlySet<number>): { body: Row[]; furniture: Piece[] } {
  const body: Row[] = [];
  const furniture: Piece[] = [];
  let newPage = false;
  for (const row of rows) {
    newPage ||= row.newPage;
    if (lines.has(row.line)) furniture.push({ line: row.line, text: row.text });
    else {
      body.push({ ...row, newPage });
      newPage = false;
    }
  }
  return { body, furniture };
}

/** The order matters: what is said twice is taken out before the outline is read, and hung on its elements at the end. */
function placeBlocks(blocks: readonly Block[], assembly: Assembly): void {
  const heads = repeatedHeads(blocks);
  const cut = cutRepeatedHeads(blocks, heads);
  const restated = findRestated(cut.blocks, (block) => heads.keyOf(block.text) !== null);
  const sheets = findRoleSheets(restated.rest, heads, cut.beside);
  const counted = countedNouns(sheets.rest);
  const explained = pairExplanations(sheets.rest);
  buildOutline(readFigures(explained.rest, counted, assembly), counted, assembly);
  attachExplanations(explained.pairs, assembly);
  if (sheets.sheets.length > 0) {
    const matrix = readMatrix(sheets.sheets, assembly);
    placeLevels(sheets.sheets, assembly);
    fillGaps(matrix, restated.pages, heads);
    hangMatrix(matrix, restated.pages, heads, assembly);
  }
  refine(assembly);
  assembly.furniture.push(...restated.labels.map((label) => label.pieces));
  attachRestated([...restated.quotes, ...restated.pages.flatMap((page) => page.passages)], assembly);
}
