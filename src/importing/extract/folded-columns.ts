import { fencedLines } from './code-fences.ts';
import type { KnownWords } from './line-ties.ts';
import type { OrderedText } from './text-columns.ts';
import { likeliestTurn, type Turn } from './turns.ts';

const FEWEST_LINES = 8;
const MOST_LINES = 400;
/**
 * By how much lines must be likelier in turn than in order, in all, by what the sentences say alone, and than lines that have nothing to
 * do with each other (logarithms): to be parted, and to be doubtful. Of thousands of one-column texts hardly one came to what is doubtful.
 */
const PARTED = { gain: 9, said: 5, turned: 3, margin: 2.9 };
const DOUBTFUL = { gain: 2, said: 2, both: 4.5 };

/**
 * Two columns that were written in turn, a line of the one and a line of the other: sentences then go on at the line after next. Only
 * where that is plain the lines are parted; where it is merely likely they stay, and are doubtful. With the words of the language more
 * is plain.
 */
export function unfold(lines: readonly string[], words: KnownWords): OrderedText {
  const code = fencedLines(lines);
  const out: string[] = [];
  const doubtful = new Set<number>();
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (end < lines.length && end - at < MOST_LINES && !code.has(end) && isText(lines[end])) end++;
    const block = lines.slice(at, Math.max(end, at + 1));
    // A block that does not end with its lines may begin in the middle of a turn.
    const alone = isEmpty(lines[at - 1]) && isEmpty(lines[at + block.length]);
    const turn = block.length < FEWEST_LINES ? null : likeliestTurn(block, words);
    const read = turn !== null && alone && isPlain(turn, block.length) ? partedOf(block) : block;
    if (turn !== null && isLikely(turn)) read.forEach((_, i) => doubtful.add(out.length + 1 + i));
    out.push(...read);
    at += block.length;
  }
  return { text: out.join('\n'), doubtful };
}

/** A line that may be one of running text: no mark of a list, a heading or a table. */
function isText(line: string | undefined): boolean {
  return (
    line !== undefined &&
    /^ {0,3}(?:[\p{L}"“”(§«»]|\[[^\]]*(?:\][^:]|$)|\d+(?![\d.)])|\d+\.(?:\d| \p{Ll}))/u.test(line) &&
    !/[|\t]|`| {3,}/u.test(line.trim())
  );
}

function isEmpty(line: string | undefined): boolean {
  return line === undefined || line.trim() === '' || line.startsWith('#');
}

/** Columns of unlike length are never plain: where the rest of the longer one begins hangs on a single line. */
function isPlain({ from, to, gain, said, turned, margin }: Turn, lines: number): boolean {
  if (from > 0 || to < lines || lines % 2 === 1) return false;
  return gain >= PARTED.gain && said >= PARTED.said && turned >= PARTED.turned && margin >= PARTED.margin;
}

function isLikely({ gain, said, turned }: Turn): boolean {
  return gain >= DOUBTFUL.gain && said >= DOUBTFUL.said && gain + turned >= DOUBTFUL.both;
}

function partedOf(block: readonly string[]): string[] {
  const [left, right] = [0, 1].map((side) => block.filter((_, i) => i % 2 === side));
  return [...(left ?? []), '', ...(right ?? [])];
}
