import * as v from 'valibot';
import type { Statement } from '../schema.ts';

/** What was decided about two statements that seem to say the same. */
export const PAIR_DECISIONS = ['first', 'second', 'both', 'joined'] as const;
export type PairDecision = (typeof PAIR_DECISIONS)[number];

export type Merge = {
  versionId: string;
  first: { versionId: string | null; name: string };
  second: { versionId: string | null; name: string };
  madeBy: string;
  madeAt: Date;
};

export type MergePair = {
  id: string;
  firstId: string;
  secondId: string;
  /** The share of words in common, from 0 to 1. */
  alike: number;
  decision: PairDecision | null;
  decidedBy: string;
};

/** A pair with both sides as they stand in the draft; null where one has been taken out of it. */
export type ShownPair = MergePair & { first: Statement | null; second: Statement | null };

/** Where a statement of the merged framework comes from. */
export type Provenance = 'first' | 'second' | 'both' | 'new';

export const MergeInput = v.object({
  first: v.string(),
  second: v.string(),
  title: v.pipe(v.optional(v.string(), ''), v.trim(), v.minLength(1, 'missing'), v.maxLength(300, 'long')),
});
export type MergeInput = v.InferOutput<typeof MergeInput>;

const words = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
  v.maxLength(100_000, 'long'),
  v.transform((text) => (text === '' ? null : text)),
);
export const PairInput = v.object({
  pair: v.string(),
  decision: v.picklist(PAIR_DECISIONS),
  title: words,
  text: words,
});
export type PairInput = v.InferOutput<typeof PairInput>;
