import { wordsOf } from '../words.ts';
import { fencedLines } from './code-fences.ts';
import { restEnd, withoutTabs } from './column-rest.ts';
import { columnsOf, type Run } from './pdf-columns.ts';
import { unfold } from './folded-columns.ts';
import type { KnownWords } from './line-ties.ts';

/** A text with its columns in order. `doubtful` are lines (from 1) whose order is a guess; no line of it is sure. */
export type OrderedText = { text: string; doubtful: ReadonlySet<number> };

/** Columns stand this far apart, in signs; more than anybody types between words. */
const GUTTER = /\t| {3,}/u;
const FEWEST_LINES = 4;
/** A line of text is about so high and a sign so wide, in letter sizes. */
const LINE_HEIGHT = 1.2;
const SIGN_WIDTH = 0.5;
/** Of the lines of a column of running text so many go on with a sentence, and they hold so many words on average. */
const RUNNING = 0.25;
const LEAST_WORDS = 2.5;
const LONGEST_TEXT = 1_000_000;

/**
 * Puts the columns of a plain text in order: those that stand side by side with a gutter of spaces, and those that were written line by
 * line in turn. Tables, code and whatever is not plainly running text in columns stay as they are. No word is lost or made. `words` are
 * those of the text's language.
 */
export function orderColumns(text: string, words: KnownWords = null): OrderedText {
  if (text.length > LONGEST_TEXT) return { text, doubtful: new Set() };
  const lines = text.split('\n');
  const code = fencedLines(lines);
  const out: string[] = [];
  for (let at = 0; at < lines.length;) {
    const end = code.has(at) ? at : regionEnd(lines, at);
    out.push(...(end > at ? inOrder(lines.slice(at, end)) : [lines[at] ?? '']));
    at = Math.max(end, at + 1);
  }
  return unfold(out, words);
}

/** Where the lines end that may stand in columns from here on: most of them have a gutter, and no page ends between them. */
function regionEnd(lines: readonly string[], at: number): number {
  if (!GUTTER.test((lines[at] ?? '').trim())) return at;
  let [end, gutters, empty] = [at, 0, 0];
  for (let i = at; i < lines.length && empty < 3; i++) {
    const line = lines[i] ?? '';
    if (/\f|^\s*(?:\||```|~~~)/u.test(line)) break;
    empty = line.trim() === '' ? empty + 1 : 0;
    if (!GUTTER.test(line.trim())) continue;
    gutters++;
    end = i + 1;
  }
  return gutters >= FEWEST_LINES ? restEnd(lines, end) : at;
}

/** The lines of a region column by column, or as they are when they are no columns of running text. */
function inOrder(lines: readonly string[]): string[] {
  const runs = lines.flatMap(runsOf);
  const columns = columnsOf(runs).map((column) => column.map((line) => line.text));
  const running = columns.filter((column) => column.length >= FEWEST_LINES && isRunning(column));
  if (columns.length < 2 || running.length < 2) return [...lines];
  return columns.flatMap((column, i) => (i === 0 ? column : ['', ...column]));
}

function isRunning(column: readonly string[]): boolean {
  const going = column.filter((line, i) => i > 0 && /^\p{Ll}/u.test(line) && !/[.!?:]$/u.test(column[i - 1] ?? ''));
  return going.length >= RUNNING * (column.length - 1) && wordsOf(column.join(' ')).length >= LEAST_WORDS * column.length;
}

function runsOf(line: string, index: number): Run[] {
  const runs: Run[] = [];
  for (const match of withoutTabs(line).matchAll(/\S+(?: {1,2}\S+)*/gu))
    runs.push({
      text: match[0],
      x: match.index * SIGN_WIDTH,
      y: index * LINE_HEIGHT,
      width: match[0].length * SIGN_WIDTH,
      size: 1,
    });
  return runs;
}
