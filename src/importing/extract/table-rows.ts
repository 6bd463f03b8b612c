import { median, rowsOf, type Run } from './pdf-columns.ts';

const FEWEST_ROWS = 3;
/** Rows of a table stand further apart than the lines in their cells. */
const ROW_GAP = 1.3;
/** Of the rows so many begin at the same height on both sides; paragraphs of two columns do so once in a while only. */
const LEVEL_SHARE = 0.75;

/**
 * The rows of a table, or null when what stands on both sides of a gutter are two columns. Cells begin at the same height, and between
 * one row and the next it is empty all the way across.
 */
export function tableRows(left: readonly Run[], right: readonly Run[]): Run[][] | null {
  const bands = bandsOf([...left, ...right]);
  if (bands.length < FEWEST_ROWS) return null;
  const onRight = new Set(right);
  const level = bands.filter((band) => {
    const [first = []] = rowsOf(band);
    return first.some((run) => onRight.has(run)) && first.some((run) => !onRight.has(run));
  });
  return level.length >= LEVEL_SHARE * bands.length && level.length >= FEWEST_ROWS ? bands : null;
}

/** Lines that stand together, parted where it is emptier across than between lines. */
function bandsOf(runs: readonly Run[]): Run[][] {
  const rows = rowsOf(runs);
  const steps = rows.slice(1).map((row, i) => heightOf(row) - heightOf(rows[i] ?? row));
  const usual = median([...steps].sort((a, b) => a - b).slice(0, Math.ceil(steps.length * 0.75)));
  const bands: Run[][] = [];
  rows.forEach((row, i) => {
    if (i > 0 && (steps[i - 1] ?? 0) <= usual * ROW_GAP) bands.at(-1)?.push(...row);
    else bands.push([...row]);
  });
  return bands;
}

function heightOf(row: readonly Run[]): number {
  return median(row.map((run) => run.y));
}
