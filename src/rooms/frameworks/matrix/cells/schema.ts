import * as v from 'valibot';

const words = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
  v.maxLength(100_000, 'long'),
);

/** One field of the matrix: the row's element, the level, the element whose words it holds ('' for an empty cell), and its words. */
export const CellField = v.object({
  row: v.string(),
  level: v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number)),
  element: v.string(),
  seen: v.string(),
  text: words,
});
export type CellField = v.InferOutput<typeof CellField>;

export const CellsInput = v.array(CellField);

/** What came of a save: how many fields were written, and those that somebody else wrote in too, which were left as they stand. */
export type CellsSaved = { saved: number; conflicts: CellField[] };

/** A cell as its form shows it. */
export type CellEditor = { row: string; level: number; element: string; seen: string; text: string };
