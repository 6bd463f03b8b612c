import * as v from 'valibot';
import { day, line, words } from '../../fields/schema.ts';

/** One figure as it was typed. */
export const ValueInput = v.object({
  on: v.pipe(day, v.nonNullable(v.string(), 'missing_day')),
  value: v.pipe(line(40), v.minLength(1, 'missing')),
  note: words(500),
});
export type ValueInput = v.InferOutput<typeof ValueInput>;

/** Many figures at once: lines of a day, a figure and perhaps a note, pasted from a spreadsheet or out of a file. */
export const PastedInput = v.object({
  lines: v.pipe(words(100_000), v.minLength(1, 'missing')),
  /** Puts the figures in the place of those that stand on the same days. */
  replace: v.boolean(),
});
export type PastedInput = v.InferOutput<typeof PastedInput>;

/** A figure that is right in itself. The day as 2029-12-31. */
export type NewValue = { on: string; value: number; note: string };
