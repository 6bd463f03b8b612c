import * as v from 'valibot';

export const PasteInput = v.object({
  table: v.pipe(v.string(), v.minLength(1, 'missing'), v.maxLength(500_000, 'long')),
  /** The mark of the preview that somebody said yes to; '' asks for a preview. */
  seen: v.string(),
});
export type PasteInput = v.InferOutput<typeof PasteInput>;

/** A cell that the pasted table gives other words. */
export type PastedCell = {
  row: string;
  title: string;
  level: number;
  levelName: string;
  element: string;
  before: string;
  after: string;
};

/** What a pasted table would do to the matrix. */
export type PastePreview = {
  changes: PastedCell[];
  unchanged: number;
  /** Rows and columns of the table that are not in the matrix, and cells that hold several texts: left alone, and told. */
  unknownRows: string[];
  unknownColumns: string[];
  several: { title: string; levelName: string }[];
  seen: string;
};
export type PasteProblem = 'no_levels' | 'no_rows';
