import type { OrderedText } from './text-columns.ts';

const FEWEST_LINES = 6;
const MOST_LINES = 400;
/** By how much going on at the line after next must be likelier than going on at the next, line for line, and in all. */
const LEAST_EACH = 0.35;
const LEAST_ALL = 6;
/** With less evidence the lines stay, and are shown as doubtful. */
const DOUBTFUL_ALL = 3;
/** Sentences break off so many times as often when lines are read as they stand. */
const FEWER = 6;

/**
 * Two columns that were written in turn, a line of the one and a line of the other: sentences then go on at the line after next. Only
 * where that is plain the lines are parted; where it is merely likely they stay, and are doubtful.
 */
export function unfold(lines: readonly string[]): OrderedText {
  const out: string[] = [];
  const doubtful = new Set<number>();
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (end < lines.length && end - at < MOST_LINES && isText(lines[end])) end++;
    const block = lines.slice(at, Math.max(end, at + 1));
    // A block that does not end with its lines may begin in the middle of a turn.
    const alone = isEmpty(lines[at - 1]) && isEmpty(lines[at + block.length]);
    const verdict = judge(block, alone);
    if (verdict !== 'whole') block.forEach((_, i) => doubtful.add(out.length + 1 + i));
    if (verdict === 'folded') {
      const [left, right] = [0, 1].map((side) => block.filter((_, i) => i % 2 === side));
      out.push(...(left ?? []), '', ...(right ?? []));
      doubtful.add(out.length);
    } else out.push(...block);
    at += block.length;
  }
  return { text: out.join('\n'), doubtful };
}

/** A line that may be one of running text: no mark of a list, a heading or a table. */
function isText(line: string | undefined): boolean {
  return line !== undefined && /^ {0,3}(?:[\p{L}"“”(§«»]|\d+(?![.)]))/u.test(line) && !/[|\t]|`| {3,}/u.test(line.trim());
}

function isEmpty(line: string | undefined): boolean {
  return line === undefined || line.trim() === '' || line.startsWith('#');
}

function judge(block: readonly string[], alone: boolean): 'whole' | 'folded' | 'doubtful' {
  if (block.length < FEWEST_LINES) return 'whole';
  const near = goingOn(block, 1);
  const far = goingOn(block, 2);
  const gain = far.sum - near.sum;
  // In running text that stands in order no sentence breaks off: one that does is a list, or columns.
  if (near.broken === 0 || far.broken > block.length / 10) return 'whole';
  const plain = gain >= LEAST_ALL && gain >= LEAST_EACH * block.length;
  if (alone && plain && near.broken > 1 && near.broken >= FEWER * far.broken) return 'folded';
  return gain >= DOUBTFUL_ALL ? 'doubtful' : 'whole';
}

/** How well lines go on with the lines so many further, and how often they plainly do not. */
function goingOn(block: readonly string[], step: number): { sum: number; broken: number } {
  let [sum, broken] = [0, 0];
  for (let i = 0; i + step < block.length; i++) {
    const fit = fitOf(block[i] ?? '', block[i + step] ?? '');
    sum += fit;
    if (fit <= -2) broken++;
  }
  return { sum, broken };
}

/** A sentence that ends is followed by a capital, one that does not by a small letter; a word broken by a hyphen by its other half. */
function fitOf(line: string, next: string): number {
  const ends = /[.!?:]["”’)]*$/u.test(line.trimEnd());
  const small = /^\s*["“”(]?\p{Ll}/u.test(next);
  if (/\p{Ll}[-\u00ad]$/u.test(line.trimEnd())) return small ? 1 : -2;
  if (ends) return small ? -2 : 0.5;
  return small ? 1 : -0.5;
}
