import type { Repair } from '../open-format.ts';

export type MarkRepair = { lines: string[]; repairs: Repair[] };

/** What a scan makes of a round bullet. A letter counts only where the language has no such word. */
const BULLET = /^(\s*)([eoc°¢©®*>»«§¤·¥]|[eo]\.)\s+(?=\S)/u;
/** The same in the middle of a line, where two columns stand side by side. */
const INNER = / ([eo]) (?=\p{L}{2})/gu;
const LETTER = /\p{L}/u;
/** Lists have at least this many items within reach of one another. */
const RUN = 2;
const REACH = 6;

/** Bullets that a scan read as letters or signs become bullets again, where several lines begin alike. */
export function mendBullets(lines: readonly string[]): MarkRepair {
  const marks = lines.map((line) => BULLET.exec(line)?.[2] ?? null);
  const repairs: Repair[] = [];
  const mended = lines.map((line, index) => {
    const mark = marks[index] ?? null;
    const bare = mark !== null && LETTER.test(mark) && hasCompany(marks, index) ? line.replace(BULLET, '$1• ') : line;
    if (bare !== line) repairs.push({ line: index + 1, from: mark ?? '', to: '•' });
    return bare.replace(INNER, (found, letter: string) => {
      if (!hasCompany(marks, index)) return found;
      repairs.push({ line: index + 1, from: letter, to: '•' });
      return ' • ';
    });
  });
  return { lines: mended, repairs };
}

function hasCompany(marks: readonly (string | null)[], index: number): boolean {
  let found = 0;
  for (let at = Math.max(0, index - REACH); at <= index + REACH; at++) if (marks[at] !== null && marks[at] !== undefined) found++;
  return found >= RUN;
}

const TABLE = /^\s*\|.*\|\s*$|\|.*\|.*\|.*\||^\s*\|?[\s:|-]+$/u;
const STROKE = /(?<=^|[\s("“”'—–-])[|l](?=[\s,.)!?'’”]|$)/gu;

const ONE = /(?<=(\p{Ll}+),?\s)1(?=\s(\p{Ll}{2,}))/gu;
/** Words that a number stands behind, and words that stand behind a number. */
const NUMBERED = new Set(
  'side kapitel niveau trin punkt bilag fase nr afsnit type grad klasse figur tabel spørgsmål mål på af cirka mindst'.split(' '),
);
const COUNTED = new Set(
  'time dag uge måned år gang til og eller kr procent pct er har skal kan minut million ud person leder'.split(' '),
);
/** So many words must have shown a letter of the document as a 1. */
const ONES = 1.5;

/** In a document where letters are read as 1, a 1 between two words is the word "i", unless words there are numbered or counted. */
export function mendOnes(lines: readonly string[], counts: ReadonlyMap<string, number>): MarkRepair {
  if ((counts.get('1>i') ?? 0) + (counts.get('1>l') ?? 0) < ONES) return { lines: [...lines], repairs: [] };
  const numbered = new Set(
    lines.flatMap((line) => [...line.matchAll(/(?<=(\p{Ll}+) )[2-9](?!\d)/gu)].map(([, word = '']) => word)),
  );
  const repairs: Repair[] = [];
  const mended = lines.map((line, index) =>
    line.replace(ONE, (one, before: string, after: string) => {
      if (NUMBERED.has(before) || COUNTED.has(after) || numbered.has(before)) return one;
      repairs.push({ line: index + 1, from: '1', to: 'i' });
      return 'i';
    }),
  );
  return { lines: mended, repairs };
}

/** An I that stands alone and was read as a stroke or a small l; inside a sentence the l was a small i. Tables made of strokes stay. */
export function mendStrokes(lines: readonly string[]): MarkRepair {
  const repairs: Repair[] = [];
  const mended = lines.map((line, index) => {
    if (TABLE.test(line) || !LETTER.test(line)) return line;
    return line.replace(STROKE, (stroke, at: number) => {
      const small = stroke === 'l' && /\p{L},?\s$/u.test(line.slice(0, at));
      repairs.push({ line: index + 1, from: stroke, to: small ? 'i' : 'I' });
      return small ? 'i' : 'I';
    });
  });
  return { lines: mended, repairs };
}
