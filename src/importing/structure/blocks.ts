import { wordsOf } from '../words.ts';
import { opening } from './kind-words.ts';
import { isBrokenWord, peek, type Piece } from './piece.ts';
import type { Mark, Row } from './rows.ts';

/** Rows that belong together: a heading, a list item or a paragraph. */
export type Block = {
  pieces: Piece[];
  text: string;
  words: number;
  mark: Mark | null;
  gap: number;
  newPage: boolean;
  lead: number;
};

/** Lines of a paragraph beyond which nothing more is joined to it. */
const LONGEST_PARAGRAPH = 120;

/** A block of the given pieces; what is not given is taken from `like`. */
export function blockOf(pieces: Piece[], like: { mark: Mark | null; gap: number; newPage: boolean; lead: number }): Block {
  const text = peek(pieces);
  const { mark, gap, newPage, lead } = like;
  return { pieces, text, words: wordsOf(text).length, mark, gap, newPage, lead };
}

/** Groups rows into blocks at empty lines, marks and page breaks, then mends what a page or column break tore apart. */
export function makeBlocks(rows: readonly Row[]): Block[] {
  return mendTorn(groupRows(rows).flatMap(splitBlock));
}

function groupRows(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  let previous: Row | undefined;
  for (const row of rows) {
    const group = groups.at(-1);
    if (group && previous && group.length < LONGEST_PARAGRAPH && runsOn(previous, row)) group.push(row);
    else groups.push([row]);
    previous = row;
  }
  return groups;
}

/** A line goes on with the one above it; so do lines of one heading set over several lines. */
function runsOn(previous: Row, row: Row): boolean {
  if (row.gap > 0 || row.newPage) return false;
  if (row.mark === null) return previous.mark?.type !== 'heading';
  return row.mark.type === 'heading' && previous.mark?.type === 'heading' && row.mark.depth === previous.mark.depth;
}

/** Cuts a group where a heading or a question ends inside it. */
function splitBlock(group: Row[]): Block[] {
  const first = group[0];
  if (!first) return [];
  const cuts = new Set<number>();
  const head = headingRows(group);
  if (head > 0) cuts.add(head);
  const body = group.slice(head);
  const asks = body.length > 0 && (body.at(-1)?.text.endsWith('?') ?? false) && (head > 0 || first.text.endsWith('?'));
  if (asks) group.forEach((row, i) => row.text.endsWith('?') && cuts.add(i + 1));
  const blocks: Block[] = [];
  let start = 0;
  for (let i = 1; i <= group.length; i++) {
    if (i < group.length && !cuts.has(i)) continue;
    const part = group.slice(start, i);
    const like = start === 0 ? first : { mark: null, gap: 0, newPage: false, lead: 0 };
    blocks.push(
      blockOf(
        part.map(({ line, text }) => ({ line, text })),
        like,
      ),
    );
    start = i;
  }
  return blocks;
}

const UNFINISHED =
  /(?:[,;–-]|(?:^|\s)(?:i|og|at|om|er|en|et|med|som|til|for|af|den|det|de|vi|der|eller|p[aåéd]|under|sit|sin|skal|kan))$/iu;

/** How many rows at the start of a group are a heading set directly above its text; 0 when it has none. */
function headingRows(group: readonly Row[]): number {
  const first = group[0];
  const second = group[1];
  if (!first || !second || first.mark?.type === 'bullet' || first.mark?.type === 'heading') return 0;
  if (!/^\p{Lu}/u.test(second.text) || !/^[\p{Lu}"“|]/u.test(first.text)) return 0;
  if (wordsOf(first.text).length > 9) return 0;
  if (/:$/u.test(first.text)) return 1;
  if (/[.!?]$/u.test(first.text) || UNFINISHED.test(first.text)) return 0;
  if (first.mark?.type === 'number') return 1;
  const widest = group.slice(1).reduce((most, row) => Math.max(most, row.text.length), 0);
  if (group.slice(1).reduce((sum, row) => sum + wordsOf(row.text).length, 0) < 6) return 0;
  const prose = group.length > 2 || (widest > 60 && /[.]$/u.test(second.text));
  return prose && first.text.length < widest * 0.72 ? 1 : 0;
}

/** Joins a block to the one before it when a sentence plainly runs on over the empty lines between them. */
function mendTorn(blocks: Block[]): Block[] {
  const parallel = parallelBlocks(blocks);
  const chains: Chain[] = [];
  let listing = false;
  blocks.forEach((block, index) => {
    const before = chains.at(-1);
    if (before && block.mark === null && !parallel.has(index) && continues(before, block, listing)) {
      before.pieces.push(...block.pieces);
      before.words += block.words;
      return;
    }
    const announced = before?.pieces.at(-1)?.text.endsWith(':') ?? false;
    if (announced && startsSmall(block)) listing = startsSmall(blocks[index + 1]) && blocks[index + 1]?.mark === null;
    else if (!startsSmall(block)) listing = false;
    chains.push({ first: block, pieces: [...block.pieces], words: block.words });
  });
  return chains.map(({ first, pieces }) => (pieces.length === first.pieces.length ? first : blockOf(pieces, first)));
}

/** A block and the lines of later blocks that go on with it. */
type Chain = { first: Block; pieces: Piece[]; words: number };

function continues(before: Chain, block: Block, listing: boolean): boolean {
  if (before.pieces.length > LONGEST_PARAGRAPH) return false;
  const end = before.pieces.at(-1)?.text ?? '';
  if (isBrokenWord(end, block.text)) return true;
  if (/\p{L}-$/u.test(end.slice(-3)) && before.words <= 2 && block.words <= 2 && before.first.mark === null) return true;
  if (before.first.mark?.type === 'heading' || !startsSmall(block) || block.gap > 8) return false;
  if (/[.!?:][”"')\]]?$/u.test(end)) return false;
  if (isWholeTitle(before, end) && block.words <= 6 && block.text.endsWith('.')) return false;
  return !listing || UNFINISHED.test(end);
}

/** A short line that needs nothing after it; the tail of a sentence from another column does not belong to it. */
function isWholeTitle(before: Chain, end: string): boolean {
  return before.words <= 5 && !UNFINISHED.test(end);
}

function startsSmall(block: Block | undefined): boolean {
  return block !== undefined && /^["“”(]?(?:\p{Ll}|[–—-]\p{Ll})/u.test(block.text);
}

/** Blocks of a run of three or more that open with the same two words: definitions or items side by side, never one sentence. */
function parallelBlocks(blocks: readonly Block[]): Set<number> {
  const found = new Set<number>();
  let run: number[] = [];
  let key = '';
  blocks.forEach((block, index) => {
    const mine = block.words > 3 ? opening(block.text, 2) : '';
    if (mine === '' || mine !== key) run = [];
    key = mine;
    run.push(index);
    if (mine !== '' && run.length === 3) for (const i of run) found.add(i);
    if (mine !== '' && run.length > 3) found.add(index);
  });
  return found;
}
