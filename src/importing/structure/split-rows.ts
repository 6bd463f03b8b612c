import type { Repair } from '../open-format.ts';
import { WORD, wordsOf } from '../words.ts';
import { opening } from './kind-words.ts';
import type { Piece } from './piece.ts';
import type { Row } from './rows.ts';

export type RowSplit = { rows: Row[]; furniture: Piece[]; repairs: Repair[] };

/**
 * Rows in which a scan has run two columns, or a label in the margin and the text beside it, into one line are cut apart.
 * The labels of the margin go to `furniture`.
 */
export function splitRows(rows: readonly Row[]): RowSplit {
  const split: RowSplit = { rows: [], furniture: [], repairs: [] };
  const openings = new Map<string, number>();
  for (const row of rows) for (const key of openingsIn(row)) openings.set(key, (openings.get(key) ?? 0) + 1);
  const labels = new Map<string, number>();
  const freed = freeOfMargin(rows, openings, labels, split);
  freed.forEach((row, index) => {
    if ((labels.get(row.text.toLowerCase()) ?? 0) > 0) split.furniture.push({ line: row.line, text: row.text });
    else for (const part of columnsOf(row, openings, nearBullet(freed, index), split)) split.rows.push(part);
  });
  return split;
}

/** The three-word opening of a row, and of what follows a possible margin label of one to three words. */
function openingsIn(row: Row): string[] {
  if (row.text.length > 400) return [];
  const words = wordsOf(row.text);
  return words.length < 3 ? [] : [opening(row.text, 3)];
}

function freeOfMargin(rows: readonly Row[], openings: Map<string, number>, labels: Map<string, number>, split: RowSplit): Row[] {
  const alone = new Set(
    rows
      .filter((row) => row.mark === null && row.text.length < 30 && wordsOf(row.text).length <= 3)
      .map((row) => row.text.toLowerCase()),
  );
  return rows.map((row) => {
    const cut = row.mark === null && row.text.length < 400 ? marginCut(row.text, alone, openings) : 0;
    if (cut === 0) return row;
    const label = row.text.slice(0, cut).trim();
    labels.set(label.toLowerCase(), (labels.get(label.toLowerCase()) ?? 0) + 1);
    split.furniture.push({ line: row.line, text: label });
    const rest = row.text.slice(cut).trim();
    const bullet = /^[-–—•]\s+/u.exec(rest);
    return {
      ...row,
      lead: 0,
      gap: Math.max(1, row.gap),
      text: bullet ? rest.slice(bullet[0].length) : rest,
      mark: bullet ? { type: 'bullet' } : row.mark,
    };
  });
}

/** Where the text beside a margin label begins, or 0. The label stands alone elsewhere; the rest is a bullet or opens like others. */
function marginCut(text: string, alone: ReadonlySet<string>, openings: Map<string, number>): number {
  const starts = wordStarts(text);
  for (const start of starts.slice(1, 4)) {
    const bullet = /[-–—•]\s+$/u.exec(text.slice(0, start));
    const cut = bullet ? start - bullet[0].length : start;
    if (!alone.has(text.slice(0, cut).trim().toLowerCase())) continue;
    const rest = text.slice(start);
    if (bullet || (rest.endsWith(':') && (openings.get(opening(rest, 3)) ?? 0) >= 2)) return cut;
  }
  return 0;
}

function nearBullet(rows: readonly Row[], index: number): boolean {
  for (let i = Math.max(0, index - 3); i <= index + 3; i++) if (rows[i]?.mark?.type === 'bullet') return true;
  return false;
}

function columnsOf(row: Row, openings: Map<string, number>, bullets: boolean, split: RowSplit): Row[] {
  if (row.text.length > 400) return [row];
  const inner = bullets ? / ([eo¢•]) (?=\p{Ll}|\p{Lu}\p{Ll})/u.exec(row.text) : null;
  if (inner) {
    const mark = inner[1] ?? '';
    if (/\p{L}/u.test(mark)) split.repairs.push({ line: row.line, from: mark, to: '•' });
    const right = row.text.slice(inner.index + inner[0].length);
    return [
      { ...row, text: row.text.slice(0, inner.index) },
      { ...row, gap: 0, newPage: false, lead: 0, text: right, mark: { type: 'bullet' } },
    ];
  }
  const cut = secondOpening(row.text, openings);
  if (cut === 0) return [row];
  return [
    { ...row, text: row.text.slice(0, cut).trim() },
    { ...row, gap: 1, newPage: false, lead: 0, text: row.text.slice(cut) },
  ];
}

/** Where the row's own opening comes back, when other rows open like that too: two headings side by side. */
function secondOpening(text: string, openings: Map<string, number>): number {
  const key = opening(text, 3);
  if ((openings.get(key) ?? 0) < 2) return 0;
  for (const start of wordStarts(text).slice(3)) if (opening(text.slice(start), 3) === key) return start;
  return 0;
}

function wordStarts(text: string): number[] {
  return [...text.matchAll(WORD)].map((match) => match.index);
}
