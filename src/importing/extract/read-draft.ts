import type { FrameworkDraft } from '../open-format.ts';
import { checkSize } from './extract-text.ts';
import { kindOf } from './file-kind.ts';
import { draftOfSheets } from '../sheet/draft-of-sheets.ts';
import { readXlsx } from './xlsx.ts';

/**
 * A file that says itself what is an element and what is not: a spreadsheet. Null for every other kind, which is read as text.
 * Throws ImportProblem with a code from the closed list.
 */
export function readDraft(input: { bytes: Uint8Array; fileName: string }): FrameworkDraft | null {
  checkSize(input.bytes);
  return kindOf(input.bytes) === 'xlsx' ? draftOfSheets(readXlsx(input.bytes), input.fileName) : null;
}
