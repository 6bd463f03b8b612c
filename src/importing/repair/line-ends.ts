import type { Repair } from '../open-format.ts';

/** What a scan makes of the hyphen at a line end. A full stop or a comma is one too, when no word ends before it. */
const LOST_HYPHEN = /([\p{L}\p{M}]{2,})([~=_»«¬–—.,:;*'’"^]?)\s*$/u;
const GOES_ON = /^\s*(\p{Ll}[\p{L}\p{M}]+)/u;

/** A word of the language before a line end without a hyphen is a part of another only when it is this long. */
const SHORTEST_START = 4;

/** What is asked about words: whether one stands in the language as written, and whether something is a word once it is repaired. */
export type Judge = { stands: (text: string) => boolean; isLikely: (text: string) => boolean };

/** Puts the hyphen back where a word runs over a line end and the hyphen was read as another sign or not at all. */
export function mendLineEnds(lines: readonly string[], judge: Judge): { lines: string[]; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const mended = lines.map((line, index) => {
    const head = LOST_HYPHEN.exec(line);
    const rest = GOES_ON.exec(lines[index + 1] ?? '')?.[1];
    const [, start = '', sign = ''] = head ?? [];
    if (!head || rest === undefined || !isTorn(start, sign, rest, judge)) return line;
    repairs.push({ line: index + 1, from: start + sign, to: `${start}-` });
    return `${line.slice(0, head.index)}${start}-`;
  });
  return { lines: mended, repairs };
}

function isTorn(start: string, sign: string, rest: string, { stands, isLikely }: Judge): boolean {
  const [first, second] = [stands(start), stands(rest)];
  if (first && (second || (sign !== '' && /[.,:;*'’"]/u.test(sign)))) return false;
  if (first && start.length < SHORTEST_START) return false;
  return isLikely(start + rest);
}
