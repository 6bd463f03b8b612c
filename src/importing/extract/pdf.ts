import type { getDocumentProxy } from 'unpdf';
import type { ExtractedText } from './extract-text.ts';
import { ImportProblem } from './import-problem.ts';
import { MAX_PAGES, MAX_TEXT_RUNS } from './limits.ts';
import { layOutPages } from './pdf-lines.ts';
import type { PdfPage, Run } from './pdf-columns.ts';
import type { ReadingTools } from './recognition.ts';
import { checkPdfStreams } from './pdf-safety.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A page whose text has not come after this long is given up; no framework takes a second. */
const LONGEST_READING_MS = 20_000;

/** The text of a PDF, read in the order of its columns. Scans without text give `image_only_pdf`. */
export async function extractPdf(bytes: Uint8Array, _tools: ReadingTools): Promise<ExtractedText> {
  checkPdfStreams(bytes);
  const pdf = await open(bytes);
  try {
    if (pdf.numPages > MAX_PAGES) throw new ImportProblem('too_many_pages');
    const pages = await readPages(pdf);
    if (!pages.some((page) => page.runs.some((run) => /[\p{L}\p{N}]/u.test(run.text)))) throw new ImportProblem('image_only_pdf');
    return layOutPages(pages);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  const unpdf = await import('unpdf');
  try {
    // A copy: the parser takes the memory it is given.
    return await unpdf.getDocumentProxy(bytes.slice(), { verbosity: 0, stopAtErrors: false });
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
