import { extractDocx } from './docx.ts';
import { ImportProblem } from './import-problem.ts';
import { MAX_BYTES, MAX_CHARACTERS, MAX_LINES } from './limits.ts';
import { extractPdf } from './pdf.ts';
import { decodePlainText } from './plain-text.ts';

/**
 * The text of a document. `text` has `# `, `- ` and `1. ` marks where the source had headings and lists; `pageOf` gives the page
 * of a line (from 1), undefined where the source has no pages; `furnitureLines` are headers and footers that repeat.
 */
export type ExtractedText = { text: string; pageOf: (line: number) => number | undefined; furnitureLines: ReadonlySet<number> };

const TEXT_ENDINGS = new Set(['txt', 'md', 'markdown', 'text', '']);

/** Reads TXT, MD, PDF or DOCX from its bytes. Throws ImportProblem with a code from the closed list, nothing else. */
export async function extractText(input: { bytes: Uint8Array; fileName: string }): Promise<ExtractedText> {
  const { bytes, fileName } = input;
  if (bytes.length === 0) throw new ImportProblem('empty');
  if (bytes.length > MAX_BYTES) throw new ImportProblem('too_large');
  const extracted = await read(bytes, fileName);
  if (!/[\p{L}\p{N}]/u.test(extracted.text)) throw new ImportProblem('empty');
  if (extracted.text.length > MAX_CHARACTERS || countLines(extracted.text) > MAX_LINES) throw new ImportProblem('too_large');
  return extracted;
}

async function read(bytes: Uint8Array, fileName: string): Promise<ExtractedText> {
  const ending = /\.([^./\\]*)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const kind = kindOf(bytes);
  if (kind === 'pdf') return extractPdf(bytes);
  if (kind === 'zip') return extractDocx(bytes);
  if (kind === 'ole') throw new ImportProblem(holdsEncryptedPackage(bytes) ? 'encrypted' : 'unknown_kind');
  if (kind === 'other') throw new ImportProblem('unknown_kind');
  if (ending === 'pdf' || ending === 'docx') throw new ImportProblem('broken');
  if (!TEXT_ENDINGS.has(ending)) throw new ImportProblem('unknown_kind');
  return { text: decodePlainText(bytes), pageOf: () => undefined, furnitureLines: new Set() };
}

type FileKind = 'pdf' | 'zip' | 'ole' | 'other' | 'text';

/** First bytes of kinds that are neither text nor readable: PNG, JPEG, GIF, RTF, gzip, RAR, 7z. */
const OTHER_STARTS = ['89504e47', 'ffd8ff', '47494638', '7b5c727466', '1f8b', '52617221', '377abcaf'];

function kindOf(bytes: Uint8Array): FileKind {
  const start = hex(bytes.subarray(0, 8));
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return 'zip';
  if (start.startsWith('d0cf11e0a1b11ae1')) return 'ole';
  if (latin(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  return OTHER_STARTS.some((other) => start.startsWith(other)) ? 'other' : 'text';
}

/** A DOCX with a password is no ZIP but an old container with an entry of this name. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return latin(bytes).includes([...'EncryptedPackage'].join('\0'));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
