import type { Lexicon } from '../repair/lexicon.ts';

/** What is asked of a language when lines are put together; null where it is not known. */
export type KnownWords = Pick<Lexicon, 'pair' | 'frequency' | 'compound'> | null;

/** Of the lines that go on with a sentence so many begin with a small letter, of those that follow its end so many do all the same. */
const SMALL_GOING_ON = 0.93;
const SMALL_AFTER_END = 0.08;
/** Nothing is learned from a block in which nearly all lines begin alike. */
const SMALL_SHARES = [0.5, 0.92] as const;
/** What pairs of words tell, by the logarithm of their factor; measured on Danish texts broken into lines of 34 to 48 signs. */
const PAIR = { weight: 1.4, least: -2.2, most: 1.6, without: -0.1 };
const HALVES = { word: 2.5, none: -1.5 };
/** A line that had room for the next line's first word, with this many signs to spare, is hardly the one before it. */
const ROOM = { spare: 2, left: -1.5, none: 0.15 };
const WIDE = 0.9;

/** How wide a column's lines may be: nine in ten are no longer. */
export function widthOf(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trim().length).sort((a, b) => a - b);
  return lengths[Math.floor(WIDE * lengths.length)] ?? 0;
}

/** Of the lines so many begin with a small letter; never nearly none or all. */
export function smallShare(lines: readonly string[]): number {
  const share = lines.filter(beginsSmall).length / lines.length;
  return Math.min(SMALL_SHARES[1], Math.max(SMALL_SHARES[0], share));
}

export type Column = { width: number; small: number };
export type Tie = { said: number; room: number };

/**
 * How much likelier a line is the next one of the same column than any other line: the logarithm of a factor, from the end of the
 * sentence, the words over the line end, and the room that was left. `width` is the column's, `small` the share of small beginnings.
 */
export function tieOf(line: string | undefined, next: string, { width, small }: Column, words: KnownWords): Tie {
  if (line === undefined) return { said: 0, room: 0 };
  const [end, start] = [line.trimEnd(), next.trim()];
  const [isSmall, ends] = [beginsSmall(start), /[.!?]["”’)]*$/u.test(end)];
  const share = ends ? SMALL_AFTER_END : SMALL_GOING_ON;
  const said = /:$/u.test(end) ? 0 : isSmall ? Math.log(share / small) : Math.log((1 - share) / (1 - small));
  if (ends || !isSmall) return { said, room: 0 };
  const hadRoom = end.length + 1 + (start.split(' ', 1)[0] ?? '').length <= width - ROOM.spare;
  return { said: said + overLineEnd(end, start, words), room: hadRoom ? ROOM.left : ROOM.none };
}

function beginsSmall(line: string): boolean {
  return /^\s*["“”(]?\p{Ll}/u.test(line);
}

/** Whether the last word and the first belong side by side, or the halves of a broken word together. */
function overLineEnd(line: string, next: string, words: KnownWords): number {
  const last = /([\p{L}'’-]*\p{L})([-\u00ad]?)$/u.exec(line);
  const first = /^[\p{L}'’-]*\p{L}/u.exec(next)?.[0].toLowerCase();
  if (words === null || !last || first === undefined) return 0;
  const left = (last[1] ?? '').toLowerCase();
  if (last[2] !== '') return /^(?:og|eller|and|or)$/u.test(first) ? 0 : isWord(left + first, words) ? HALVES.word : HALVES.none;
  const known = PAIR.weight * Math.log(words.pair(left, first)) + PAIR.without;
  return Math.min(PAIR.most, Math.max(PAIR.least, known));
}

function isWord(word: string, words: NonNullable<KnownWords>): boolean {
  return words.frequency(word) > 0 || words.compound(word) > 0;
}
