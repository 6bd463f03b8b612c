import type { PrintedBlock } from '#base/printed-document.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import type { Attributes, Notes } from '../attributes/schema.ts';
import type { ReadVersion } from '../reading/read.server.ts';

/** What the documents of a version are made of. */
export type PrintParts = {
  version: ReadVersion;
  attributes: Attributes;
  notes: Record<string, Notes>;
  stamp: string;
  picture: Extract<PrintedBlock, { kind: 'picture' }> | null;
};

/** What every file of a version is made of. */
export type FileParts = PrintParts & { draft: FrameworkDraft };

/** The files that a version as a whole can be had as, by their names in the address. */
export const WHOLE_FILES = [
  'framework.pdf',
  'framework.docx',
  'poster-a4.pdf',
  'poster-a3.pdf',
  'framework.xlsx',
  'framework.md',
  'pejling-framework.json',
  'case.json',
] as const;
export type WholeFile = (typeof WHOLE_FILES)[number];
