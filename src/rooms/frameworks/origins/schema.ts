import * as v from 'valibot';
import type { ElementKind } from '#importing/open-format.ts';

/**
 * What a statement is to the one it comes from. `edited` has other words and the same meaning, so that a trend goes on; `replaced` means
 * something else, though it stands in the same place. `forked` and `merged` may come from other frameworks.
 */
export const ORIGIN_KINDS = ['same', 'edited', 'replaced', 'split', 'merged', 'forked', 'new'] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];
export const MEANINGS = ['edited', 'replaced'] as const;
export type Meaning = (typeof MEANINGS)[number];

export type Origin = {
  statementId: string;
  kind: OriginKind;
  /** Where it comes from. The name is in words, for what lies in another framework or organisation. */
  from: { versionId: string | null; statementId: string | null; name: string };
};

/** What a statement says, wherever it stands. */
export type Wording = { statementId: string; title: string | null; text: string | null };

/** What the one who saved knows and the words do not tell. */
export type Told = {
  /** The first part keeps the statement's id. */
  split?: { from: string; into: readonly string[] };
  /** The statement that stays takes in the words of the others. */
  merged?: { into: string; from: readonly string[] };
  meaning?: { statementId: string; kind: Meaning };
  restored?: boolean;
};

export const HISTORY_ACTIONS = ['added', 'edited', 'moved', 'removed', 'restored', 'split', 'merged'] as const;
export type HistoryAction = (typeof HISTORY_ACTIONS)[number];

/** A statement as it stood at one save. */
export type Snapshot = {
  kind: ElementKind;
  level: number | null;
  title: string | null;
  text: string | null;
  /** The statement it stood under, and its place there, from 1. */
  parent: string | null;
  position: number;
};

export type HistoryEntry = {
  id: string;
  versionId: string;
  versionNumber: number;
  statementId: string;
  action: HistoryAction;
  before: Snapshot | null;
  after: Snapshot | null;
  authorId: string | null;
  author: string;
  at: Date;
};

export const RestoreInput = v.object({
  /** Which wording: `before:<entry>` or `after:<entry>` of the history, or `version:<version>`. */
  wording: v.pipe(v.string(), v.regex(/^(before|after|version):[0-9a-f-]{36}$/)),
  revision: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
});
export type RestoreInput = v.InferOutput<typeof RestoreInput>;
