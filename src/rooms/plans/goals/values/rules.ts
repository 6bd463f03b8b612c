import { isDay } from '../../fields/schema.ts';
import { readFigure, type FigureProblem } from '../figures/rules.ts';
import type { NewValue } from './schema.ts';

export type LineProblem = 'day' | 'future' | 'columns' | 'twice' | 'note' | FigureProblem;
/** line is 1-based, as people count. */
export type WrongLine = { line: number; problem: LineProblem; text: string };
export type ReadLines = { values: NewValue[]; wrong: WrongLine[] };

/** Most lines at once: more than two years of days. */
export const MOST_LINES = 1000;
const LONGEST_NOTE = 500;

/**
 * Reads pasted lines: a day, a figure and perhaps a note, with tabs or semicolons between. A first line that holds neither day nor
 * figure is a heading; empty lines are nothing. Each day once.
 */
export function readLines(text: string, today: string): ReadLines {
  const read: ReadLines = { values: [], wrong: [] };
  const days = new Set<string>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, whole] of lines.entries()) {
    const cells = cellsOf(whole);
    if (cells.every((cell) => cell === '') || (index === firstFilled(lines) && isHeading(cells))) continue;
    const wrong = (problem: LineProblem) => read.wrong.push({ line: index + 1, problem, text: whole.trim().slice(0, 60) });
    const value = readLine(cells, today);
    if (typeof value === 'string') wrong(value);
    else if (days.has(value.on)) wrong('twice');
    else {
      days.add(value.on);
      read.values.push(value);
    }
  }
  return read;
}

function readLine(cells: readonly string[], today: string): NewValue | LineProblem {
  const [typedDay = '', typedFigure = '', ...rest] = cells;
  if (cells.length < 2) return 'columns';
  const on = readDay(typedDay);
  if (on === null) return 'day';
  if (on > today) return 'future';
  const figure = readFigure(typedFigure);
  if (!figure.ok) return figure.problem;
  const note = rest.filter((cell) => cell !== '').join(' ');
  return note.length > LONGEST_NOTE ? 'note' : { on, value: figure.value, note };
}

/** A day as people write it: 2026-11-30, 30-11-2026, 30.11.2026 or 30/11/2026; null when it is none of the calendar. */
export function readDay(typed: string): string | null {
  const text = typed.trim();
  if (isDay(text)) return text;
  const parts = /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})$/.exec(text);
  if (parts === null) return null;
  const [, date = '', month = '', year = ''] = parts;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

function cellsOf(whole: string): string[] {
  const mark = whole.includes('\t') ? '\t' : ';';
  return whole.split(mark).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  );
}

function firstFilled(lines: readonly string[]): number {
  return lines.findIndex((whole) => whole.trim() !== '');
}

const isHeading = ([first = '', second = '']: readonly string[]): boolean => !/\d/.test(first) && !/\d/.test(second);
