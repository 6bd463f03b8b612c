import { ImportProblem } from './import-problem.ts';

/**
 * Bytes of a text file as text: UTF-16 with a byte order mark, else strict UTF-8, else windows-1252. Line ends become `\n`.
 * Throws ImportProblem `not_text` when the bytes hold NUL or mostly control characters, as pictures and programs do.
 */
export function decodePlainText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.includes('\0')) throw new ImportProblem('not_text');
  const sample = text.slice(0, 20_000);
  let control = 0;
  for (let i = 0; i < sample.length; i++) if (isControl(sample.charCodeAt(i))) control++;
  if (control > 8 && control > sample.length / 50) throw new ImportProblem('not_text');
  return text.replace(/\r\n?|\u2028|\u2029|\u0085|\v/g, '\n');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function isControl(code: number): boolean {
  return code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13;
}
