import { wordsOf } from '../words.ts';
import type { Block } from './blocks.ts';
import type { Piece } from './piece.ts';
import type { RepeatedHeads } from './repeated-heads.ts';
import { skeleton } from './scan-damage.ts';

/** "Rollebeskrivelse: Chef": a label that comes back with another value each time opens one sheet per level. */
export type LevelLabel = { block: Block; name: string; level: string };

/** One line of a sheet: a repeated heading or the text under it. `beside`: the heading shared its line with another. */
export type SheetEntry = { block: Block; head: string | null; beside: boolean };

/** All pages about one level, in order. `breaks` marks entries before which the source starts a new column or page. */
export type RoleSheet = { label: LevelLabel; entries: SheetEntry[]; breaks: Set<number>; furtherLabels: Block[] };

export type SheetReading = { sheets: RoleSheet[]; rest: Block[] };

const LEVEL_LABEL = /^(\p{Lu}[\p{L}-]{2,40}):\s+(\S.*)$/u;
const FEWEST_HEADS = 3;

/** Finds parallel pages that unfold the same headings once per level, and takes them out of the blocks. */
export function findRoleSheets(blocks: readonly Block[], heads: RepeatedHeads, beside: ReadonlySet<Block>): SheetReading {
  const labels = levelLabels(blocks);
  const reading: SheetReading = { sheets: [], rest: [] };
  if (labels.size < 2) return { sheets: [], rest: [...blocks] };
  let seen = new Set<string>();
  let cycle: Block[] = [];
  const close = (): void => {
    const sheet = sheetOf(cycle, labels, heads, beside);
    if (sheet) reading.sheets.push(sheet);
    else reading.rest.push(...cycle);
    cycle = [];
    seen = new Set();
  };
  for (const page of pagesOf(blocks)) {
    const keys = headsOn(page, heads);
    if (keys.size < FEWEST_HEADS && !page.some((block) => labels.has(block))) close();
    else if ([...keys].some((key) => seen.has(key))) close();
    cycle.push(...page);
    for (const key of keys) seen.add(key);
    if (keys.size < FEWEST_HEADS && !page.some((block) => labels.has(block))) close();
  }
  close();
  return reading.sheets.length >= 2 ? reading : { sheets: [], rest: [...blocks] };
}

function levelLabels(blocks: readonly Block[]): Map<Block, LevelLabel> {
  const byName = new Map<string, LevelLabel[]>();
  for (const block of blocks) {
    const match = block.words <= 7 && block.mark === null ? LEVEL_LABEL.exec(block.text) : null;
    if (!match) continue;
    const label = { block, name: match[1] ?? '', level: match[2] ?? '' };
    const key = skeleton(label.name);
    byName.set(key, [...(byName.get(key) ?? []), label]);
  }
  const repeated = [...byName.values()].filter((labels) => new Set(labels.map((label) => skeleton(label.level))).size >= 2);
  return new Map(repeated.flat().map((label) => [label.block, label]));
}

function pagesOf(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [];
  for (const block of blocks) {
    if (block.newPage || pages.length === 0) pages.push([]);
    pages.at(-1)?.push(block);
  }
  return pages;
}

/** Headings on a page that open a text; names in a bare list do not count. */
function headsOn(page: readonly Block[], heads: RepeatedHeads): Set<string> {
  const found = new Set<string>();
  page.forEach((block, index) => {
    const key = heads.keyOf(block.text);
    const next = page[index + 1];
    if (key !== null && wordsOf(block.text).length >= 2 && next && heads.keyOf(next.text) === null && next.words >= 5)
      found.add(key);
  });
  return found;
}

function sheetOf(
  cycle: readonly Block[],
  labels: Map<Block, LevelLabel>,
  heads: RepeatedHeads,
  beside: ReadonlySet<Block>,
): RoleSheet | null {
  const label = cycle.map((block) => labels.get(block)).find((found) => found !== undefined);
  if (!label) return null;
  const sheet: RoleSheet = { label, entries: [], breaks: new Set(), furtherLabels: [] };
  for (const block of cycle) {
    if (block.newPage || labels.has(block)) sheet.breaks.add(sheet.entries.length);
    if (block === label.block) continue;
    if (labels.has(block)) sheet.furtherLabels.push(block);
    else sheet.entries.push({ block, head: heads.keyOf(block.text), beside: beside.has(block) });
  }
  return sheet;
}

/** The label's pieces as its name and the level: "Rollebeskrivelse:" and "Leder af ledere". */
export function cutLevelLabel(label: LevelLabel): { name: Piece; level: Piece[] } {
  const first = label.block.pieces[0] ?? { line: 1, text: '' };
  const cut = first.text.indexOf(':') + 1;
  const level = { line: first.line, text: first.text.slice(cut).trim() };
  return { name: { line: first.line, text: first.text.slice(0, cut) }, level: [level, ...label.block.pieces.slice(1)] };
}
