import { IMPORT_PROBLEM_CODES, type ImportProblemCode } from '#importing/extract/import-problem.ts';

/** Longer names are cut; nobody reads more. */
export const LONGEST_NAME = 200;

/** How far the reading of a document is. */
export type UploadState = 'waiting' | 'reading' | 'pictures' | 'failed' | 'done';

/** A document on its way to become a draft, as editors see it. */
export type Upload = {
  id: string;
  fileName: string;
  uploadedBy: string;
  uploadedAt: Date;
  state: UploadState;
  /** It takes longer than it should. */
  late: boolean;
  /** How many of the pages that are pictures have been read; null while that is not known. */
  pages: { done: number; of: number } | null;
  /** What to do about it, when it could not be read. */
  problem: string | null;
  draft: { frameworkId: string; versionId: string } | null;
  /** The framework it was handed in as an older version of. */
  pastOf: string | null;
};

/** Why a document could not be read, as it is kept. */
export type KeptProblem = { code: ImportProblemCode; reason: string | null; item: string | null };

/** A code as it was stored; one that is no longer known counts as damage. */
export function problemCode(stored: string): ImportProblemCode {
  return IMPORT_PROBLEM_CODES.find((code) => code === stored) ?? 'broken';
}
