import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

/** Which of a model's parts holds the letters, and which the pairs of words. */
const LETTERS = 1;
const PAIRS = 14;

/** The pairs of words that the reader of letters knows from Danish text, as they are written there: "på dansk". */
export function knownPairs(): string[] {
  const file = createRequire(import.meta.url).resolve('@tesseract.js-data/dan/4.0.0/dan.traineddata.gz');
  const model = gunzipSync(readFileSync(file));
  const letters = new TextDecoder().decode(partOf(model, LETTERS)).split('\n');
  const count = Number(letters[0]);
  // The first letter of every list is the space.
  const signs = letters.slice(1, count + 1).map((line, index) => (index === 0 ? ' ' : line.slice(0, line.indexOf(' '))));
  return wordsOfGraph(partOf(model, PAIRS), signs);
}

/** A model begins with the number of its parts and where each begins; -1 is a part that is not there. */
function partOf(model: Buffer, wanted: number): Buffer {
  const count = model.readInt32LE(0);
  const starts = Array.from({ length: count }, (_, i) => Number(model.readBigInt64LE(4 + 8 * i)));
  const start = starts[wanted] ?? -1;
  if (start < 0) throw new Error('the model lacks a part');
  return model.subarray(start, Math.min(model.length, ...starts.filter((other) => other > start)));
}

const HEAD = 10;
const LAST = 1n;
const WORD_END = 4n;
const FLAGS = 3n;

/**
 * All words of a graph of letters. Each edge is 64 bits: a letter in the lowest, three flags (last edge of its node, backward, end of
 * a word), and the node it leads to, which is the number of that node's first edge.
 */
function wordsOfGraph(graph: Buffer, signs: readonly string[]): string[] {
  const letterBits = BigInt(Math.ceil(Math.log2(graph.readInt32LE(2) + 1)));
  const edges = graph.readInt32LE(6);
  const words: string[] = [];
  const walk = (from: number, built: string): void => {
    for (let at = from; at < edges; at++) {
      const edge = graph.readBigUInt64LE(HEAD + 8 * at);
      const flags = edge >> letterBits;
      const word = built + (signs[Number(edge & ((1n << letterBits) - 1n))] ?? '');
      if ((flags & WORD_END) !== 0n) words.push(word);
      const next = Number(flags >> FLAGS);
      if (next > 0) walk(next, word);
      if ((flags & LAST) !== 0n) return;
    }
  };
  walk(0, '');
  return words;
}
