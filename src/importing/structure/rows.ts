import type { Repair } from '../open-format.ts';
import type { Piece } from './piece.ts';

export type Mark = { type: 'heading'; depth: number } | { type: 'bullet' } | { type: 'number'; value: number };

/** One line with words on it, its list or heading mark taken off. `gap` counts the empty lines before it. */
export type Row = {
  line: number;
  text: string;
  mark: Mark | null;
  gap: number;
  newPage: boolean;
  /** Words at the start that the source sets in bold, as a length in characters; 0 when there are none. */
  lead: number;
};

export type RowReading = { rows: Row[]; furniture: Piece[]; repairs: Repair[] };

const HEADING = /^\s*(#{1,6})\s/u;
const BULLET = /^\s*(?:[-–—*•·▪◦‣●○∙\uf0b7\uf0a7])\s+(.*)$/u;
/** A scan reads a round bullet as one of these; none of them is a Danish word. */
const DAMAGED_BULLET = /^\s*([eo¢©®°»])\s+(\S.*)$/u;
const NUMBER = /^\s*(\d{1,2})[.)]\s+(\S.*)$/u;
const MONTH = /^(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*/iu;
const RULE = /^\s*(?:-{3,}|_{3,}|\*{3,}|={3,})\s*$/u;

/** Lines of the extracted text as rows. List numbers go to `furniture`; a damaged bullet that looks like a letter is a repair. */
export function readRows(text: string): RowReading {
  const lines = text.split('\n');
  const spaced = lines.filter((line) => /^ \S/u.test(line)).length;
  const spaceIsPage = spaced > 0 && spaced * 20 < lines.length;
  const reading: RowReading = { rows: [], furniture: [], repairs: [] };
  const sequence = { last: 0 };
  let gap = 0;
  let broken = true;
  lines.forEach((raw, index) => {
    if (!saysSomething(raw)) {
      gap++;
      if (raw.includes('\f') || RULE.test(raw)) broken = true;
      return;
    }
    const newPage = broken || gap >= 3 || raw.startsWith('\f') || (spaceIsPage && /^ \S/u.test(raw));
    reading.rows.push(readRow(raw.replace(/\f/gu, ' '), { line: index + 1, gap, newPage }, sequence, reading));
    gap = 0;
    broken = false;
  });
  return reading;
}

function saysSomething(text: string | undefined): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(text ?? '');
}

type Place = { line: number; gap: number; newPage: boolean };

function readRow(raw: string, place: Place, sequence: { last: number }, reading: RowReading): Row {
  const heading = HEADING.exec(raw);
  if (heading && saysSomething(raw)) {
    return plain(raw.slice(heading[0].length), place, { type: 'heading', depth: heading[1]?.length ?? 1 });
  }
  const bullet = BULLET.exec(raw);
  if (bullet && saysSomething(bullet[1])) return plain(bullet[1] ?? '', place, { type: 'bullet' });
  const damagedBullet = DAMAGED_BULLET.exec(raw);
  if (damagedBullet && saysSomething(damagedBullet[2])) {
    const mark = damagedBullet[1] ?? '';
    if (/\p{L}/u.test(mark)) reading.repairs.push({ line: place.line, from: mark, to: '•' });
    return plain(damagedBullet[2] ?? '', place, { type: 'bullet' });
  }
  const number = NUMBER.exec(raw);
  const value = Number(number?.[1]);
  if (number && saysSomething(number[2]) && (value === 1 || value === sequence.last + 1) && !MONTH.test(number[2] ?? '')) {
    sequence.last = value;
    reading.furniture.push({ line: place.line, text: `${number[1]}.` });
    return plain(number[2] ?? '', place, { type: 'number', value });
  }
  return plain(raw, place, null);
}

/** Stars between letters part two words; taking them away would make one word of them. */
function insideWord(text: string, at: number, length: number): boolean {
  return (
    /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^[\p{L}\p{M}\p{N}]/u.test(text.slice(at + length, at + length + 2))
  );
}

/** Takes the emphasis marks of plain-text markup off; they hold no words. */
function plain(raw: string, place: Place, mark: Mark | null): Row {
  const text = raw.trim();
  const bold = /^\*\*([^*]+)\*\*/u.exec(text);
  const bare = text
    .replace(/(?<!\*)\*+(?!\*)/gu, (stars, at: number) => (insideWord(text, at, stars.length) ? stars : ''))
    .trim();
  return { ...place, text: bare, mark, lead: bold ? (bold[1] ?? '').trim().length : 0 };
}
