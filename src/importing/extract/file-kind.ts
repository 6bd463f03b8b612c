import { zipNames } from './zip.ts';

/** What a file is by its content. `zip` is a ZIP of none of the kinds we read, `ole` an old container, `other` known and not read. */
export type FileKind = 'pdf' | 'docx' | 'odt' | 'xlsx' | 'zip' | 'ole' | 'rtf' | 'html' | 'json' | 'odt_xml' | 'other' | 'text';

/** First bytes of kinds that are neither text nor readable: PNG, JPEG, GIF, gzip, RAR, 7z. */
const OTHER_STARTS = ['89504e47', 'ffd8ff', '47494638', '1f8b', '52617221', '377abcaf'];
const LOOKED_AT = 2048;

/** The kind of a file, found in its bytes: what it is called does not matter. Throws ImportProblem `broken` for half a ZIP. */
export function kindOf(bytes: Uint8Array): FileKind {
  const start = hex(bytes.subarray(0, 8));
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return kindOfZip(zipNames(bytes));
  if (start.startsWith('d0cf11e0a1b11ae1')) return 'ole';
  const head = latin(bytes.subarray(0, LOOKED_AT));
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (OTHER_STARTS.some((other) => start.startsWith(other))) return 'other';
  return kindOfText(head.replace(/^\u00ef\u00bb\u00bf/u, '').trimStart());
}

function kindOfZip(names: ReadonlySet<string>): FileKind {
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  return names.has('content.xml') && names.has('META-INF/manifest.xml') ? 'odt' : 'zip';
}

function kindOfText(head: string): FileKind {
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype html|<html)\b/iu.test(head)) return 'html';
  if (/^<\?xml/u.test(head) && head.includes('<office:document')) return 'odt_xml';
  return /^\{\s*"/u.test(head) ? 'json' : 'text';
}

/** A Word or Excel file with a password is no ZIP but an old container with an entry of this name. */
export function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return latin(bytes).includes([...'EncryptedPackage'].join('\0'));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
