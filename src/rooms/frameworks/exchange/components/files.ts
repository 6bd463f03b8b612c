// The files of a version other than documents, and its poster.
import type { Poster } from '#base/printed-document.ts';
import { locale, m } from '#base/text.ts';
import { writeCasePackage } from '#importing/case/write-package.ts';
import { writeMarkdown } from '#importing/exchange/write-markdown.ts';
import { writeWorkbook, type WorkbookWords, type WrittenSheet } from '#importing/exchange/write-workbook.ts';
import { caseFacts } from '../files/read.server.ts';
import { matrixLines } from '../files/rules.ts';
export { fileName, partsWithFiles } from '../files/rules.ts';
import { posterGroups, shortened } from '../poster/rules.ts';
import type { FileParts, PrintParts } from '../schema.ts';

const workbookWords = (): WorkbookWords => ({
  matrix: m.exchange_sheet_matrix(),
  group: m.exchange_sheet_group(),
  row: m.exchange_sheet_row(),
  statements: m.exchange_sheet_statements(),
  kind: m.exchange_sheet_kind(),
  level: m.exchange_sheet_level(),
  title: m.exchange_sheet_title(),
  text: m.exchange_sheet_text(),
  about: m.exchange_sheet_about(),
  organisation: m.exchange_sheet_organisation(),
  date: m.exchange_sheet_date(),
  stamp: m.exchange_sheet_stamp(),
});

/** The sheets of the workbook; `readWorkbook` takes them back. */
export function sheetsOf({ version, draft }: FileParts): WrittenSheet[] {
  return writeWorkbook(draft, version.matrix === null ? null : matrixLines(version), workbookWords(), locale());
}

export function markdownOf({ draft }: FileParts): string {
  return writeMarkdown(draft);
}

export function jsonOf({ draft }: FileParts): string {
  return `${JSON.stringify(draft, null, 2)}\n`;
}

/** The version as a CASE 1.1 package. */
export function caseJsonOf({ version, draft }: FileParts, base: string, publisher: string): string {
  return `${JSON.stringify(writeCasePackage(draft, caseFacts(version, base, publisher)), null, 2)}\n`;
}

/** The poster; `short` with names only. Many pillars go on a page that lies down. */
export function posterOf({ version, stamp, picture }: PrintParts, paper: 'a4' | 'a3', { short }: { short: boolean }): Poster {
  const groups = posterGroups(version.statements);
  const { title, issuedBy } = version.head;
  return {
    language: locale(),
    paper,
    landscape: groups.length > 4,
    title,
    kicker: issuedBy,
    stamp,
    picture,
    groups: short ? shortened(groups) : groups,
  };
}
