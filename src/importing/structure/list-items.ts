import type { ElementKind } from '../open-format.ts';
import { wordsOf } from '../words.ts';
import { isListItem } from './block-roles.ts';
import { blockOf, type Block } from './blocks.ts';
import type { CountedNoun } from './counted-nouns.ts';
import { NAMED_KINDS } from './kind-words.ts';
import { makeNode, type Node } from './node.ts';
import type { Piece } from './piece.ts';
import { wordKey } from './scan-damage.ts';

/** The items of a list and the index of the first block after it. */
export type GatheredList = { items: Block[]; end: number };

/** List items with marks of one type from `start` on. */
export function markedItems(blocks: readonly Block[], start: number): GatheredList {
  const type = blocks[start]?.mark?.type;
  let end = start;
  while (isListItem(blocks[end]) && blocks[end]?.mark?.type === type) end++;
  return { items: blocks.slice(start, end), end };
}

const LONGEST_NAME = 12;

/**
 * The items of a list without marks after an introduction that counts them: as many short blocks as were counted, or blocks
 * whose lines are as many as were counted.
 */
export function countedItems(blocks: readonly Block[], start: number, counted: CountedNoun): GatheredList | null {
  const shorts: Block[] = [];
  for (let i = start; i < blocks.length && shorts.length < counted.count; i++) {
    const block = blocks[i];
    if (!block || block.mark !== null || block.words > LONGEST_NAME || /[.:]$/u.test(block.text)) break;
    shorts.push(block);
  }
  if (shorts.length === counted.count) return { items: shorts, end: start + shorts.length };
  const rows: Block[] = [];
  let used = 0;
  for (const block of shorts) {
    for (const piece of block.pieces) rows.push(blockOf([piece], { ...block, newPage: false }));
    used++;
    if (rows.length >= counted.count) break;
  }
  return rows.length === counted.count ? { items: rows, end: start + used } : null;
}

/** Items without marks after a colon: blocks that all begin with a small letter. */
export function smallItems(blocks: readonly Block[], start: number): GatheredList | null {
  let end = start;
  while (end < blocks.length && blocks[end]?.mark === null && /^\p{Ll}/u.test(blocks[end]?.text ?? '')) end++;
  return end - start >= 2 ? { items: blocks.slice(start, end), end } : null;
}

/**
 * The paragraphs that define what the introduction ends in ("… defineres god ledelse som:"): those that open with the words
 * defined, however bent; at least the first.
 */
export function definingParagraphs(blocks: readonly Block[], start: number, introduction: string): GatheredList {
  const defined = wordsOf(introduction)
    .slice(-3, -1)
    .map((word) => word.toLowerCase().slice(0, 3));
  let end = start;
  while (end < blocks.length && blocks[end]?.mark === null) {
    const opening = wordsOf(blocks[end]?.text ?? '')
      .slice(0, 2)
      .map((word) => word.toLowerCase().slice(0, 3));
    if (end > start && defined.join() !== opening.join()) break;
    end++;
  }
  return { items: blocks.slice(start, end), end };
}

/** One list item as a node: a bold or dashed lead becomes its title, a short name is a title, anything else is text. */
export function itemNode(item: Block, kind: ElementKind, leads: boolean): Node {
  const cut = leads ? leadLength(item) : 0;
  const first = item.pieces[0];
  if (cut > 0 && first) {
    const rest: Piece = { line: first.line, text: first.text.slice(cut).replace(/^[\s:–—-]+/u, '') };
    return makeNode(kind, [{ line: first.line, text: first.text.slice(0, cut) }], [[rest, ...item.pieces.slice(1)]]);
  }
  if (NAMED_KINDS.has(kind) && item.words <= LONGEST_NAME) return makeNode(kind, item.pieces);
  return makeNode(kind, null, [item.pieces]);
}

/** Whether every item opens with a name of its own, in bold or before a dash. */
export function haveLeads(items: readonly Block[]): boolean {
  return items.length > 1 && items.every((item) => leadLength(item) > 0);
}

function leadLength(item: Block): number {
  const text = item.pieces[0]?.text ?? '';
  if (item.lead > 0 && item.lead < text.length) return item.lead;
  const dashed = /^(\p{Lu}[\p{L}\s-]{1,50}?)\s*(?::|\s[–—-])\s/u.exec(text);
  return dashed && wordsOf(dashed[1] ?? '').length <= 5 ? (dashed[1] ?? '').length : 0;
}

/** How much of `part`'s words also stand in `whole`, 0 to 1, scan damage aside; a word may be the beginning of another. */
export function wordShare(part: string, whole: string): number {
  const words = wordsOf(part).map(wordKey);
  const others = wordsOf(whole).map(wordKey);
  if (words.length === 0) return 0;
  const hits = words.filter((word) => others.some((other) => alike(word, other))).length;
  return hits / words.length;
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const short = a.length < b.length ? a : b;
  const long = a.length < b.length ? b : a;
  return short.length >= 2 && long.length - short.length <= 2 && long.startsWith(short);
}
