import { readExchange } from '../exchange/read-exchange.ts';
import { readWorkbook } from '../exchange/read-workbook.ts';
import type { FrameworkDraft } from '../open-format.ts';
import { draftOfSheets } from '../sheet/draft-of-sheets.ts';
import { checkSize } from './extract-text.ts';
import { kindOf } from './file-kind.ts';
import { readOds } from './ods.ts';
import { readXlsx } from './xlsx.ts';

/**
 * A file that says itself what is an element and what is not: one of the exchange formats, or a spreadsheet with a matrix. Null for
 * every other, which is read as text. Throws ImportProblem with a code from the closed list.
 */
export function readDraft(input: { bytes: Uint8Array; fileName: string }): FrameworkDraft | null {
  checkSize(input.bytes);
  const kind = kindOf(input.bytes);
  const sheets = kind === 'xlsx' ? readXlsx(input.bytes) : kind === 'odt' ? readOds(input.bytes) : null;
  if (sheets !== null) return readWorkbook(sheets) ?? draftOfSheets(sheets, input.fileName);
  return kind === 'json' || kind === 'text' || kind === 'html' ? readExchange(input.bytes) : null;
}
