import { inflateSync } from 'node:zlib';
import { ImportProblem } from './import-problem.ts';
import { MAX_PDF_INFLATED, MAX_PDF_PICTURE, MAX_PDF_STREAM } from './limits.ts';

const STREAM = Buffer.from('stream');
/** How far before a stream its dictionary is looked for. */
const DICTIONARY = 1024;

/**
 * Unpacks the packed streams of a PDF with a limit before the parser does it without one. Throws ImportProblem `zip_bomb` for a
 * stream, or all of them together, that grow beyond what a document of text needs, and for streams packed twice.
 */
export function checkPdfStreams(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = buffer.indexOf(STREAM); at >= 0; at = buffer.indexOf(STREAM, at + STREAM.length)) {
    const dictionary = dictionaryBefore(buffer, at);
    const packs = dictionary.match(/FlateDecode|\/Fl(?![A-Za-z])/gu)?.length ?? 0;
    if (packs > 1) throw new ImportProblem('zip_bomb');
    if (packs === 0) continue;
    const picture = /\/Subtype\s*\/Image/u.test(dictionary);
    const size = inflatedSize(buffer.subarray(dataStart(buffer, at)), picture ? MAX_PDF_PICTURE : MAX_PDF_STREAM);
    if (!picture) total += size;
    if (total > MAX_PDF_INFLATED) throw new ImportProblem('zip_bomb');
  }
}

/** The text between the object's start and its stream, so that a neighbour's filters are not counted. */
function dictionaryBefore(buffer: Buffer, at: number): string {
  const text = buffer.toString('latin1', Math.max(0, at - DICTIONARY), at);
  return text.slice(Math.max(text.lastIndexOf(' obj'), text.lastIndexOf('endstream'), 0));
}

function dataStart(buffer: Buffer, at: number): number {
  const start = at + STREAM.length;
  if (buffer[start] === 13 && buffer[start + 1] === 10) return start + 2;
  return buffer[start] === 10 || buffer[start] === 13 ? start + 1 : start;
}

/** The unpacked size; 0 for what is no packed data, such as an encrypted stream or the word in a text. */
function inflatedSize(data: Buffer, limit: number): number {
  try {
    return inflateSync(data, { maxOutputLength: limit }).length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw new ImportProblem('zip_bomb');
    return 0;
  }
}
