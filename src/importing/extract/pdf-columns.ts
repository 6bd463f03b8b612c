import { tableRows } from './table-rows.ts';

/** A run of text on a page: left edge, baseline from the top, width and letter size, in points; how sure it is, if from a picture. */
export type Run = { text: string; x: number; y: number; width: number; size: number; confidence?: number };

export type PdfPage = { number: number; height: number; runs: Run[] };

/** One line of a column, its runs joined. `y` is the baseline from the top of the page. */
export type LaidLine = { text: string; y: number; size: number; x: number; confidence?: number };

const DEEPEST = 12;
/** A gutter is at least this wide, in letter sizes; word gaps are a third of one. */
const GUTTER = 1.4;
const FEWEST_LINES = 3;

/** The columns of a page in reading order, each with its lines from top to bottom (recursive cuts along empty space). */
export function columnsOf(runs: readonly Run[]): LaidLine[][] {
  return cut([...runs], 0)
    .map(linesOf)
    .filter((lines) => lines.length > 0);
}

function cut(runs: Run[], depth: number): Run[][] {
  if (depth >= DEEPEST || runs.length < 2 * FEWEST_LINES) return [runs];
  const sides = cutUpright(runs);
  const table = sides && tableRows(...sides);
  if (table) return table.flatMap(cellsOf);
  if (sides) return sides.flatMap((side) => cut(side, depth + 1));
  const bands = cutAcross(runs);
  if (!bands) return [runs];
  const parts = bands.map((band) => cut(band, depth + 1));
  // A cut across that frees no columns only tears a page apart.
  return parts.every((part) => part.length === 1) ? [runs] : mergeSingles(parts);
}

/** The cells of a table's row from left to right, however few lines they have. */
function cellsOf(row: Run[]): Run[][] {
  const gap = uprightGap(row);
  if (gap === null) return [row];
  return [row.filter((run) => run.x + run.width / 2 < gap), row.filter((run) => run.x + run.width / 2 >= gap)].flatMap(cellsOf);
}

/** Bands without columns of their own that follow each other stay one. */
function mergeSingles(parts: Run[][][]): Run[][] {
  const merged: Run[][] = [];
  let open = false;
  for (const part of parts) {
    const [only] = part;
    if (part.length === 1 && only) {
      if (open) merged.at(-1)?.push(...only);
      else merged.push([...only]);
      open = true;
    } else {
      merged.push(...part);
      open = false;
    }
  }
  return merged;
}

/** Left and right of the widest upright gutter that has enough lines on both sides, or null. */
function cutUpright(runs: readonly Run[]): [Run[], Run[]] | null {
  const gap = uprightGap(runs);
  if (gap === null) return null;
  const left = runs.filter((run) => run.x + run.width / 2 < gap);
  const right = runs.filter((run) => run.x + run.width / 2 >= gap);
  const enough = (side: Run[]): boolean => linesOf(side).length >= FEWEST_LINES && wordy(side);
  return enough(left) && enough(right) ? [left, right] : null;
}

/** The middle of the widest upright gutter, or null when there is none. */
function uprightGap(runs: readonly Run[]): number | null {
  const size = median(runs.map((run) => run.size));
  return widestGap(
    runs.map((run) => [run.x, run.x + run.width]),
    size * GUTTER,
  );
}

/** A column holds words; a row of bullets or line numbers beside a text is no column. */
function wordy(side: readonly Run[]): boolean {
  const words = side.filter((run) => /\p{L}{2}/u.test(run.text)).length;
  return words * 2 >= side.length;
}

/** Above and below the widest empty band across the page, or null. */
function cutAcross(runs: readonly Run[]): [Run[], Run[]] | null {
  const gap = widestGap(
    runs.map((run) => [run.y - run.size, run.y + run.size * 0.25]),
    1,
  );
  if (gap === null) return null;
  const above = runs.filter((run) => run.y < gap);
  const below = runs.filter((run) => run.y >= gap);
  return above.length > 0 && below.length > 0 ? [above, below] : null;
}

/** The middle of the widest stretch inside the page that none of the intervals covers, if wider than `least`. */
function widestGap(intervals: [number, number][], least: number): number | null {
  const sorted = intervals.sort((a, b) => a[0] - b[0]);
  let covered = sorted[0]?.[1] ?? 0;
  let best: { at: number; width: number } | null = null;
  for (const [start, end] of sorted) {
    const width = start - covered;
    if (width > least && (!best || width > best.width)) best = { at: covered + width / 2, width };
    covered = Math.max(covered, end);
  }
  return best?.at ?? null;
}

/** The runs as lines from top to bottom, without looking for columns. */
export function linesOf(runs: readonly Run[]): LaidLine[] {
  return rowsOf(runs).map(joinRow);
}

/** Runs that share a baseline, from top to bottom. */
export function rowsOf(runs: readonly Run[]): Run[][] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Run[][] = [];
  for (const run of sorted) {
    const row = rows.at(-1);
    const base = row?.[0];
    if (row && base && Math.abs(run.y - base.y) <= Math.max(base.size, run.size) * 0.4) row.push(run);
    else rows.push([run]);
  }
  return rows;
}

function joinRow(row: Run[]): LaidLine {
  const runs = row.sort((a, b) => a.x - b.x);
  let text = '';
  let end = 0;
  for (const run of runs) {
    // Runs that lie over each other are no letters of one word either.
    const apart = run.x - end > run.size * 0.15 || end - run.x > run.size * 0.3;
    text += (text !== '' && apart && !text.endsWith(' ') && !run.text.startsWith(' ') ? ' ' : '') + run.text;
    end = run.x + run.width;
  }
  return {
    text: text.trim(),
    y: median(runs.map((run) => run.y)),
    size: Math.max(...runs.map((run) => run.size)),
    x: runs[0]?.x ?? 0,
    ...leastSure(runs),
  };
}

function leastSure(runs: readonly Run[]): { confidence?: number } {
  const known = runs.flatMap((run) => run.confidence ?? []);
  return known.length === 0 ? {} : { confidence: Math.min(...known) };
}

/** The middle value; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
