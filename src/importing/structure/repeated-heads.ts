import { wordsOf } from '../words.ts';
import { blockOf, type Block } from './blocks.ts';
import { peek } from './piece.ts';
import { sameBones, skeleton } from './scan-damage.ts';

/** A heading that stands in the document three times or more. Blocks with the same `key` are the same heading for a reader. */
export type RepeatedHeads = { keyOf: (text: string) => string | null };

const FEWEST = 3;
const LONGEST = 9;
const FUZZY_LIMIT = 150;
const LONGEST_KEY = 60;

/** The short texts that come back at least three times, whole or at the start of a block, scan damage aside. */
export function repeatedHeads(blocks: readonly Block[]): RepeatedHeads {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    for (const key of headKeys(block)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([key, count]) => count >= FEWEST && key.length >= 3).map(([key]) => key);
  const cache = new Map<string, string | null>();
  const keyOf = (text: string): string | null => {
    if (text.length > 4 * LONGEST_KEY) return null;
    const bones = skeleton(text);
    const known = cache.get(bones);
    if (known !== undefined) return known;
    const exact = (counts.get(bones) ?? 0) >= FEWEST && bones.length >= 3 ? bones : null;
    const found = exact ?? (frequent.length <= FUZZY_LIMIT ? (frequent.find((key) => sameBones(key, bones)) ?? null) : null);
    cache.set(bones, found);
    return found;
  };
  return { keyOf };
}

/** The whole block when it is short, else the first one to three lines of it. */
function headKeys(block: Block): Set<string> {
  const keys = new Set<string>();
  if (block.mark !== null) return keys;
  for (let rows = 1; rows <= Math.min(3, block.pieces.length); rows++) {
    const text = rows === block.pieces.length ? block.text : peek(block.pieces.slice(0, rows));
    if (wordsOf(text).length <= LONGEST) keys.add(skeleton(text));
  }
  return keys;
}

/**
 * Cuts a repeated heading off the text that a scan has run on to it, and two repeated headings on one line apart. A heading
 * cut from a line of two gets `beside`: it does not say what stands under it.
 */
export function cutRepeatedHeads(blocks: readonly Block[], heads: RepeatedHeads): { blocks: Block[]; beside: Set<Block> } {
  const beside = new Set<Block>();
  const cut = blocks.flatMap((block) => {
    if (block.mark !== null || heads.keyOf(block.text) !== null) return [block];
    const pair = cutPair(block, heads);
    for (const part of pair ?? []) beside.add(part);
    return pair ?? cutHead(block, heads);
  });
  return { blocks: cut, beside };
}

function cutHead(block: Block, heads: RepeatedHeads): Block[] {
  for (let rows = Math.min(3, block.pieces.length - 1); rows >= 1; rows--) {
    const head = block.pieces.slice(0, rows);
    const rest = block.pieces.slice(rows);
    const text = peek(head);
    if (wordsOf(text).length < 2 || wordsOf(text).length > LONGEST || !/^\p{Lu}/u.test(rest[0]?.text ?? '')) continue;
    if (heads.keyOf(text) !== null) return [blockOf(head, block), blockOf(rest, { ...block, gap: 0, newPage: false })];
  }
  return [block];
}

function cutPair(block: Block, heads: RepeatedHeads): Block[] | null {
  const piece = block.pieces[0];
  if (!piece || block.pieces.length !== 1 || block.words > 8) return null;
  for (const match of piece.text.matchAll(/\s(?=\p{Lu})/gu)) {
    const left = piece.text.slice(0, match.index);
    const right = piece.text.slice(match.index + 1);
    if (heads.keyOf(left) === null || heads.keyOf(right) === null) continue;
    return [
      blockOf([{ line: piece.line, text: left }], block),
      blockOf([{ line: piece.line, text: right }], { ...block, gap: 0, newPage: false }),
    ];
  }
  return null;
}
