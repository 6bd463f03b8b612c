import type { OriginKind } from '../origins/schema.ts';
import type { Statement } from '../schema.ts';

/** A stretch of words: in both texts, only in the old one, only in the new one. */
export type Part = { kind: 'same' | 'gone' | 'new'; text: string };

export type Change = 'same' | 'edited' | 'replaced' | 'split' | 'merged' | 'new' | 'gone';

/** One statement in two versions, and how its words differ. */
export type DifferenceRow = {
  change: Change;
  /** It stands under another heading, or in another place among its neighbours. */
  moved: boolean;
  before: Statement | null;
  after: Statement | null;
  title: Part[];
  text: Part[];
  /** Of what is split or merged: the old statements it comes from. */
  from: Statement[];
};

export type Difference = { rows: DifferenceRow[]; counts: { change: Change | 'moved'; count: number }[] };
export type OriginKinds = ReadonlyMap<string, { kind: OriginKind; from: (string | null)[] }>;
