import { wordsOf } from '../words.ts';
import type { Block } from './blocks.ts';
import type { Piece } from './piece.ts';
import { skeleton, wordKey } from './scan-damage.ts';

/** A passage that says again what an earlier block says; `block` is null when nothing earlier fits. */
export type Restatement = { pieces: Piece[]; block: Block | null };

/** Pages that only say again what earlier pages say (a summary, a second table), each with what it restates. */
export type RestatedPage = { gap: number; passages: Restatement[] };

export type RestatedReading = { rest: Block[]; pages: RestatedPage[]; quotes: Restatement[]; labels: Block[] };

/** Frameworks hold 1,000 to 20,000 words; far beyond that the search for repetition is left out. */
const MOST_WORDS = 60_000;
const PAGE_SHARE = 0.7;
const PAGE_WORDS = 20;
/** Below this share of restated blocks a page is not looked at line by line. */
const WORTH_A_LOOK = 0.3;
const BLOCK_SHARE = 0.8;
const PASSAGE_SHARE = 0.7;
const QUOTE_WORDS = 8;
const QUOTE_SHARE = 0.88;
const QUOTE_DISTANCE = 10;
/** Words that stand in more blocks than this tell nothing about which of them is meant. */
const COMMON = 250;

/** Takes restated pages and pull quotes out of the blocks. A heading that comes back (`isHead`) quotes nothing. */
export function findRestated(blocks: readonly Block[], isHead: (block: Block) => boolean): RestatedReading {
  if (blocks.reduce((sum, block) => sum + block.words, 0) > MOST_WORDS)
    return { rest: [...blocks], pages: [], quotes: [], labels: [] };
  const index = new Index(blocks);
  const reading: RestatedReading = { rest: [], pages: [], quotes: [], labels: [] };
  const labels = colonLabels(blocks);
  for (const page of pagesOf(blocks)) {
    const before = page[0]?.place ?? 0;
    const told = page.filter(({ block }) => !labels.has(skeleton(block.text)));
    const wholes = told.map(({ block }) => ({
      pieces: block.pieces,
      block: index.best(wordsOf(block.text), before, BLOCK_SHARE),
    }));
    const passages =
      toldShare(wholes) < WORTH_A_LOOK
        ? wholes
        : wholes.flatMap((whole) => (whole.block ? [whole] : lineByLine(whole, index, before)));
    if (isRestated(passages)) {
      const whole = passages.flatMap((passage) => (passage.block === null ? halves(passage, index, before) : [passage]));
      for (const { block } of page) if (labels.has(skeleton(block.text))) reading.labels.push(block);
      reading.pages.push({ gap: page[0]?.block.gap ?? 0, passages: whole });
      for (const { place } of page) index.leaveOut(place);
      continue;
    }
    for (const { block, place } of page) {
      const target = isHead(block) ? null : quoted(block, index, place);
      if (target) reading.quotes.push({ pieces: block.pieces, block: target });
      else reading.rest.push(block);
    }
  }
  return reading;
}

function isRestated(passages: readonly Restatement[]): boolean {
  return toldShare(passages) >= PAGE_SHARE && countAll(passages.filter((passage) => passage.block !== null)) >= PAGE_WORDS;
}

/** How much of the passages' words restates something, 0 to 1. */
function toldShare(passages: readonly Restatement[]): number {
  return countAll(passages.filter((passage) => passage.block !== null)) / Math.max(1, countAll(passages));
}

function countAll(passages: readonly Restatement[]): number {
  return passages.reduce((sum, passage) => sum + countWords(passage.pieces), 0);
}

/** Colon lines that come back three times or more ("Det vil vi ved at:"): they label columns and say nothing themselves. */
function colonLabels(blocks: readonly Block[]): Set<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.words > 9 || !block.text.endsWith(':')) continue;
    const key = skeleton(block.text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([key, count]) => count >= 3 && key !== '').map(([key]) => key));
}

type Placed = { block: Block; place: number };

function pagesOf(blocks: readonly Block[]): Placed[][] {
  const pages: Placed[][] = [];
  blocks.forEach((block, place) => {
    if (block.newPage || pages.length === 0) pages.push([]);
    pages.at(-1)?.push({ block, place });
  });
  return pages;
}

/** A block that no earlier block says as a whole, line by line: two columns may have run into it. */
function lineByLine(whole: Restatement, index: Index, before: number): Restatement[] {
  const lines = whole.pieces.map((piece) => ({ pieces: [piece], block: index.best(wordsOf(piece.text), before, PASSAGE_SHARE) }));
  return scattered(lines) ? [whole] : lines;
}

/** Lines of one paragraph that each resemble another place only share common words. */
function scattered(lines: readonly Restatement[]): boolean {
  return lines.length >= 3 && lines.every((line, i) => i === 0 || line.block === null || line.block !== lines[i - 1]?.block);
}

/** A line that two columns ran into, as its halves, when each half restates something; else as it is. */
function halves(passage: Restatement, index: Index, before: number): Restatement[] {
  const piece = passage.pieces[0];
  if (!piece || passage.pieces.length !== 1) return [passage];
  const starts = [...piece.text.matchAll(/(?<=\s)\S/gu)].map((match) => match.index);
  for (const start of starts.length < 40 ? starts : []) {
    const left = piece.text.slice(0, start);
    const right = piece.text.slice(start);
    const first = index.best(wordsOf(left), before, 0.99);
    const second = first ? index.best(wordsOf(right), before, 0.99) : null;
    if (first && second)
      return [
        { pieces: [{ line: piece.line, text: left }], block: first },
        { pieces: [{ line: piece.line, text: right }], block: second },
      ];
  }
  return [passage];
}

function quoted(block: Block, index: Index, place: number): Block | null {
  if (block.words < QUOTE_WORDS || block.mark !== null) return null;
  const target = index.best(wordsOf(block.text), place, QUOTE_SHARE);
  if (!target || target.words > block.words * 2) return null;
  const apart = (block.pieces[0]?.line ?? 0) - (target.pieces.at(-1)?.line ?? 0);
  return apart >= QUOTE_DISTANCE ? target : null;
}

function countWords(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + wordsOf(piece.text).length, 0);
}

/** Which blocks hold which words, scan damage aside. */
class Index {
  readonly #blocks: readonly Block[];
  readonly #places = new Map<string, number[]>();
  readonly #out = new Set<number>();
  readonly #known = new Map<string, Set<number>>();

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    blocks.forEach((block, place) => {
      for (const key of new Set(wordsOf(block.text).flatMap(keysOf))) {
        const places = this.#places.get(key);
        if (places) places.push(place);
        else this.#places.set(key, [place]);
      }
    });
  }

  /** The block before place `before` that holds the largest share of the words, if at least `share`; the shortest on a tie. */
  best(words: readonly string[], before: number, share: number): Block | null {
    const hits = new Map<number, number>();
    let telling = 0;
    for (const word of words) {
      const places = this.#placesOf(word);
      if (places.size > COMMON) continue;
      telling++;
      for (const place of places) if (place < before && !this.#out.has(place)) hits.set(place, (hits.get(place) ?? 0) + 1);
    }
    if (telling * 2 < words.length || telling === 0) return null;
    let best: { block: Block; count: number } | null = null;
    for (const [place, count] of hits) {
      const block = this.#blocks[place];
      if (!block || count < share * telling) continue;
      if (!best || count > best.count || (count === best.count && block.words < best.block.words)) best = { block, count };
    }
    return best?.block ?? null;
  }

  /** A page that only restates is no original: later pages restate what it restates. */
  leaveOut(place: number): void {
    this.#out.add(place);
  }

  #placesOf(word: string): Set<number> {
    const known = this.#known.get(word);
    if (known) return known;
    const found = new Set<number>();
    for (const key of keysOf(word)) for (const place of this.#places.get(key) ?? []) if (found.size <= COMMON) found.add(place);
    this.#known.set(word, found);
    return found;
  }
}

/** A word is the same by its bones, or by its first letters when only its ending differs. */
function keysOf(word: string): string[] {
  return word.length > 4 ? [wordKey(word), `^${word.slice(0, 4).toLowerCase()}`] : [wordKey(word)];
}
