/** The closed list of reasons why a document cannot be read. The words for people are in the catalogue of the room that imports. */
export const IMPORT_PROBLEM_CODES = [
  'empty',
  'too_large',
  'unknown_kind',
  'encrypted',
  'image_only_pdf',
  'zip_bomb',
  'broken',
  'not_text',
  'too_many_pages',
  'unsafe',
  'too_slow',
  'scan_unreadable',
  'exchange',
] as const;

export type ImportProblemCode = (typeof IMPORT_PROBLEM_CODES)[number];

/** A document that cannot be read, and why. Expected: it is shown to the person, not reported as an error of ours. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
  readonly code: ImportProblemCode;

  constructor(code: ImportProblemCode) {
    super(`the document cannot be imported: ${code}`);
    this.code = code;
  }
}
