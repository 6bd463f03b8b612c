import type { ExtractedText } from './extract-text.ts';
import { columnsOf, linesOf, median, rowsOf, type LaidLine, type PdfPage, type Run } from './pdf-columns.ts';

type Placed = LaidLine & { page: number; newColumn: boolean; furniture: boolean };

const HEADING_SCALE = 1.15;
const LONGEST_HEADING = 110;
const DEEPEST_HEADING = 3;
/** Headers and footers stand in the outer tenth of the page. */
const MARGIN = 0.1;
const FEWEST_PAGES = 2;
const PARAGRAPH_GAP = 1.55;

/** Pages of runs as marked text: headings by letter size, paragraphs by distance, repeated headers and footers as furniture. */
export function layOutPages(pages: readonly PdfPage[]): ExtractedText {
  const repeated = repeatedMargins(pages);
  const placed = pages.flatMap((page) => placeLines(page, repeated));
  const depthOf = headingDepths(placed);
  const writer = { lines: [] as string[], pages: [] as number[], furniture: new Set<number>() };
  const sure = new Map<number, number>();
  let before: Placed | undefined;
  for (const line of placed) {
    for (let i = 0; i < emptyLines(before, line); i++) write(writer, '', line.page);
    const depth = line.furniture ? 0 : depthOf(line);
    write(
      writer,
      (depth > 0 ? `${'#'.repeat(depth)} ` : '') + line.text.replaceAll('\u00ad', '').replace(/\s+/gu, ' '),
      line.page,
    );
    if (line.furniture) writer.furniture.add(writer.lines.length);
    if (line.confidence !== undefined) sure.set(writer.lines.length, line.confidence);
    before = line;
  }
  const { lines, pages: pageNumbers, furniture } = writer;
  const read = { text: lines.join('\n'), pageOf: (line: number) => pageNumbers[line - 1], furnitureLines: furniture };
  return sure.size === 0 ? read : { ...read, confidenceOf: (line) => sure.get(line) };
}

function write(writer: { lines: string[]; pages: number[] }, text: string, page: number): void {
  writer.lines.push(text);
  writer.pages.push(page);
}

/** Headers first, then the columns, then footers: what repeats in the margins must not stand between two columns. */
function placeLines(page: PdfPage, repeated: ReadonlySet<string>): Placed[] {
  const margins = marginRows(page).filter((row) => repeated.has(row.key));
  const furniture = new Set(margins.flatMap((row) => row.runs));
  const edge = (row: Run[]): Placed[] =>
    linesOf(row).map((line) => ({ ...line, page: page.number, newColumn: true, furniture: true }));
  const body = columnsOf(page.runs.filter((run) => !furniture.has(run))).flatMap((column) =>
    column.map((line, index) => ({ ...line, page: page.number, newColumn: index === 0, furniture: false })),
  );
  const [top, bottom] = [margins.filter((row) => row.top), margins.filter((row) => !row.top)];
  return [...top.flatMap((row) => edge(row.runs)), ...body, ...bottom.flatMap((row) => edge(row.runs))];
}

type MarginRow = { runs: Run[]; key: string; top: boolean };

function marginRows(page: PdfPage): MarginRow[] {
  const top = page.runs.filter((run) => run.y < page.height * MARGIN);
  const bottom = page.runs.filter((run) => run.y > page.height * (1 - MARGIN));
  return [top, bottom].flatMap((runs, side) => rowsOf(runs).map((row) => ({ runs: row, key: marginKey(row), top: side === 0 })));
}

/** Three between pages (the sign of a page break), one between columns and paragraphs. */
function emptyLines(before: Placed | undefined, line: Placed): number {
  if (!before) return 0;
  if (before.page !== line.page) return 3;
  if (line.newColumn) return 1;
  const apart = line.y - before.y;
  return apart > Math.max(before.size, line.size) * PARAGRAPH_GAP || Math.abs(before.size - line.size) > 1 ? 1 : 0;
}

function marginKey(row: Run[]): string {
  const [line] = linesOf(row);
  return line ? `${line.text.replace(/\d+/gu, '#').toLowerCase()}@${Math.round(line.y / 6)}` : '';
}

/** Lines in the margins that stand at the same height on at least half of the pages, page numbers masked. */
function repeatedMargins(pages: readonly PdfPage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(marginRows(page).map((row) => row.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Set([...counts].filter(([, seen]) => seen >= FEWEST_PAGES && seen * 2 >= pages.length).map(([key]) => key));
}

/** Gives a line its heading depth by letter size (1 the largest), 0 for running text. */
function headingDepths(placed: readonly Placed[]): (line: Placed) => number {
  const letters = placed.flatMap((line) =>
    Array.from({ length: Math.min(200, Math.ceil(line.text.length / 10)) }, () => line.size),
  );
  const body = median(letters);
  const isLarge = (line: Placed): boolean =>
    line.size >= body * HEADING_SCALE && line.text.length <= LONGEST_HEADING && /\p{L}/u.test(line.text);
  const sizes = [...new Set(placed.filter(isLarge).map((line) => Math.round(line.size)))].sort((a, b) => b - a);
  return (line) => (isLarge(line) ? Math.min(DEEPEST_HEADING, sizes.indexOf(Math.round(line.size)) + 1) : 0);
}
