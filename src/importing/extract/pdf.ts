import type { getDocumentProxy } from 'unpdf';
import type { ExtractedText } from './extract-text.ts';
import { ImportProblem } from './import-problem.ts';
import { MAX_PAGES, MAX_PICTURE_POINTS, MAX_SCANNED_PAGES, MAX_TEXT_RUNS } from './limits.ts';
import { layOutPages } from './pdf-lines.ts';
import { median, type PdfPage, type Run } from './pdf-columns.ts';
import { pictureOfPage } from './pdf-pictures.ts';
import type { PageImage, ReadingTools, Recognise, RecognisedLine } from './recognition.ts';
import { checkPdfStreams } from './pdf-safety.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Reading the text of all pages is given up after this long; no framework takes a second. Reading pictures is not counted. */
const LONGEST_READING_MS = 20_000;
/** A page with fewer letters than this and a picture on it is a picture of a page, perhaps with a stamp or a page number. */
const FEW_LETTERS = 25;

/**
 * The text of a PDF, read in the order of its columns. Pages that are pictures are read by `tools.recognise`; without it, or when
 * there is nothing on them, a PDF of pictures gives `image_only_pdf` or `scan_unreadable`.
 */
export async function extractPdf(bytes: Uint8Array, tools: ReadingTools): Promise<ExtractedText> {
  checkPdfStreams(bytes);
  const pdf = await open(bytes);
  try {
    if (pdf.numPages > MAX_PAGES) throw new ImportProblem('too_many_pages');
    const pages = await readPages(pdf);
    const scanned = tools.recognise === undefined ? 0 : await readPictures(pdf, pages, tools, tools.recognise);
    if (pages.every((page) => lettersOn(page) === 0)) throw new ImportProblem(scanned > 0 ? 'scan_unreadable' : 'image_only_pdf');
    return layOutPages(pages);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  const unpdf = await import('unpdf');
  try {
    // A copy: the parser takes the memory it is given.
    const options = { verbosity: 0, stopAtErrors: false, maxImageSize: MAX_PICTURE_POINTS };
    return await unpdf.getDocumentProxy(bytes.slice(), options);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new ImportProblem(name === 'PasswordException' ? 'encrypted' : 'broken');
  }
}

async function readPages(pdf: Pdf): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  const start = performance.now();
  let runs = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPage(pdf, number);
    runs += page.runs.length;
    if (runs > MAX_TEXT_RUNS || performance.now() - start > LONGEST_READING_MS) throw new ImportProblem('too_large');
    pages.push(page);
  }
  return pages;
}

async function readPage(pdf: Pdf, number: number): Promise<PdfPage> {
  try {
    const page = await pdf.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    page.cleanup();
    const runs: Run[] = [];
    for (const item of content.items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const transform: unknown[] = item.transform;
      const [x, y] = [Number(transform[4]), Number(transform[5])];
      const size = Math.hypot(Number(transform[2]), Number(transform[3])) || item.height || 10;
      runs.push({ text: item.str, x, y: height - y, width: item.width, size });
    }
    return { number, height, runs };
  } catch {
    throw new ImportProblem('broken');
  }
}

function lettersOn(page: PdfPage): number {
  return page.runs.reduce((sum, run) => sum + (run.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

/** Reads the pages that are pictures, and says how many there were. What is found is added to what stood there as text. */
async function readPictures(pdf: Pdf, pages: readonly PdfPage[], tools: ReadingTools, recognise: Recognise): Promise<number> {
  const waiting = pages.filter((page) => lettersOn(page) < FEW_LETTERS);
  let [done, scanned] = [pages.length - waiting.length, 0];
  const found: { page: PdfPage; run: Run }[] = [];
  for (const page of waiting) {
    const picture = await pictureOn(pdf, page.number);
    if (picture !== null && ++scanned > MAX_SCANNED_PAGES) throw new ImportProblem('too_many_pages');
    if (picture !== null) found.push(...runsFrom(await recognise(picture), picture.dpi).map((run) => ({ page, run })));
    tools.pageRead?.(++done, pages.length);
  }
  evenSizes(found.map(({ run }) => run));
  for (const { page, run } of found) page.runs.push(run);
  return scanned;
}

/** A picture that cannot be decoded is a page without words, not a broken document. */
async function pictureOn(pdf: Pdf, number: number): Promise<PageImage | null> {
  const page = await pdf.getPage(number);
  try {
    return await pictureOfPage(page);
  } catch {
    return null;
  } finally {
    page.cleanup();
  }
}

const POINTS_PER_INCH = 72;
/** Below this a line is dirt, a picture or a drawing that was taken for letters. */
const LEAST_CONFIDENCE = 0.3;
/** Heights of letters that differ by less are one height. */
const NEAR = 0.2;

function runsFrom(lines: readonly RecognisedLine[], dpi: number): Run[] {
  const points = POINTS_PER_INCH / dpi;
  return lines
    .filter((line) => line.confidence >= LEAST_CONFIDENCE)
    .map((line) => ({
      text: line.text,
      x: line.x * points,
      y: line.baseline * points,
      width: line.width * points,
      size: line.size * points,
      confidence: line.confidence,
    }));
}

/** The height of letters in a picture is only about right: what lies near a common height of the document has that height. */
function evenSizes(runs: readonly Run[]): void {
  const common = median(runs.flatMap((run) => Array.from({ length: Math.ceil(run.text.length / 10) }, () => run.size)));
  const known = [common];
  for (const run of [...runs].sort((a, b) => b.size - a.size)) {
    const near = known.find((size) => run.size > size * (1 - NEAR) && run.size < size * (1 + NEAR));
    if (near === undefined) known.push(run.size);
    run.size = near ?? run.size;
  }
}
