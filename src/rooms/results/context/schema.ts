import * as v from 'valibot';

/** A note is read beside figures: longer ones are not read. */
export const LONGEST_NOTE = 2000;

/** One wording of a note. `after`: it was written when there were results already. An empty text took the note back. */
export type Wording = { number: number; text: string; writtenBy: string; writtenAt: Date; after: boolean };

/** What was special in a unit in the period, in its leader's own words: what holds now, and what readers could read before. */
export type ContextNote = { nodeId: string; unit: string; current: Wording; earlier: Wording[] };

/** A unit of a round that a leader may write about. */
export type WritableNote = { roundId: string; roundTitle: string; nodeId: string; unit: string; written: boolean };

export const ContextInput = v.object({
  text: v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim()),
    v.maxLength(LONGEST_NOTE, 'long'),
  ),
  /** The wording the writer read; 0 when there was none. */
  seen: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)),
});
export type ContextInput = v.InferOutput<typeof ContextInput>;
