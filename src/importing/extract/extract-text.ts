import { extractDocx } from './docx.ts';
import { holdsEncryptedPackage, kindOf } from './file-kind.ts';
import { extractHtml } from './html.ts';
import { languageOf } from '../repair/language.ts';
import type { Lexicons } from '../repair/lexicon.ts';
import { storable } from '../storable.ts';
import { ImportProblem } from './import-problem.ts';
import { MAX_BYTES, MAX_CHARACTERS, MAX_LINES } from './limits.ts';
import { readOds } from './ods.ts';
import { extractFlatOdt, extractOdt } from './odt.ts';
import { extractPdf } from './pdf.ts';
import { decodePlainText } from './plain-text.ts';
import type { ReadingTools } from './recognition.ts';
import { extractRtf } from './rtf.ts';
import { sheetLines } from './sheet-lines.ts';
import { orderColumns } from './text-columns.ts';
import { readXlsx } from './xlsx.ts';

/**
 * The text of a document. `text` has `# `, `- ` and `1. ` marks where the source had headings and lists; `pageOf` gives the page
 * of a line (from 1), undefined where the source has no pages; `furnitureLines` are headers and footers that repeat; `confidenceOf`
 * is how sure a line is (0 to 1) that was read from a picture, or whose place among columns is a guess; undefined for all others.
 */
export type ExtractedText = {
  text: string;
  pageOf: (line: number) => number | undefined;
  furnitureLines: ReadonlySet<number>;
  confidenceOf?: (line: number) => number | undefined;
};

const TEXT_ENDINGS = new Set(['txt', 'md', 'markdown', 'text', '']);
/** Endings that promise something else than text: such a file with mere text in it is damaged, or was renamed by mistake. */
const OTHER_ENDINGS = new Set(['pdf', 'docx', 'odt', 'ods', 'xlsx']);

/**
 * Reads the text of a document, whatever its kind, from its bytes. With `lexicons` more columns of a plain text are known. Throws ImportProblem with a code from the closed list, nothing else.
 */
export async function extractText(
  input: { bytes: Uint8Array; fileName: string },
  tools: ReadingTools = {},
  lexicons: Lexicons | null = null,
): Promise<ExtractedText> {
  checkSize(input.bytes);
  const raw = await read(input.bytes, input.fileName, tools, lexicons);
  const extracted = { ...raw, text: storable(raw.text) };
  if (!/[\p{L}\p{N}]/u.test(extracted.text)) throw new ImportProblem('empty');
  if (extracted.text.length > MAX_CHARACTERS || countLines(extracted.text) > MAX_LINES) throw new ImportProblem('too_large');
  return extracted;
}

/** Throws ImportProblem `empty` or `too_large` before anything is looked at. */
export function checkSize(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ImportProblem('empty');
  if (bytes.length > MAX_BYTES) throw new ImportProblem('too_large');
}

async function read(bytes: Uint8Array, fileName: string, tools: ReadingTools, lexicons: Lexicons | null): Promise<ExtractedText> {
  const kind = kindOf(bytes);
  switch (kind) {
    case 'pdf':
      return extractPdf(bytes, tools);
    case 'docx':
      return extractDocx(bytes);
    case 'odt':
      return extractOpenDocument(bytes);
    case 'odt_xml':
      return extractFlatOdt(bytes);
    case 'html':
      return extractHtml(bytes);
    case 'rtf':
      return extractRtf(bytes);
    case 'ole':
      throw new ImportProblem(holdsEncryptedPackage(bytes) ? 'encrypted' : 'unknown_kind');
    case 'xlsx':
      return { text: sheetLines(readXlsx(bytes)), pageOf: () => undefined, furnitureLines: new Set() };
    case 'zip':
    case 'other':
      throw new ImportProblem('unknown_kind');
    case 'json':
    case 'text':
      return inColumns(plainText(bytes, fileName), lexicons);
  }
}

/** An OpenDocument file is a text or a spreadsheet. */
function extractOpenDocument(bytes: Uint8Array): ExtractedText {
  const sheets = readOds(bytes);
  if (sheets === null) return extractOdt(bytes);
  return { text: sheetLines(sheets), pageOf: () => undefined, furnitureLines: new Set() };
}

/** How sure the order of lines is that were written in two columns at once. */
const ORDER_GUESSED = 0.5;

async function inColumns(written: string, lexicons: Lexicons | null): Promise<ExtractedText> {
  const language = lexicons === null ? null : languageOf(written);
  const { text, doubtful } = orderColumns(written, language === null ? null : ((await lexicons?.(language)) ?? null));
  const read = { text, pageOf: () => undefined, furnitureLines: new Set<number>() };
  return doubtful.size === 0 ? read : { ...read, confidenceOf: (line) => (doubtful.has(line) ? ORDER_GUESSED : undefined) };
}

function plainText(bytes: Uint8Array, fileName: string): string {
  const ending = /\.([^./\\]*)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (OTHER_ENDINGS.has(ending)) throw new ImportProblem('broken');
  if (!TEXT_ENDINGS.has(ending)) throw new ImportProblem('unknown_kind');
  return decodePlainText(bytes);
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
