import type { FrameworkDraft } from '#importing/open-format.ts';
import type { BodyKind } from '../../bodies/schema.ts';
import type { KnownDate } from '../../steps/dates/rules.ts';
import type { StepKind } from '../../steps/schema.ts';

export const HISTORY_FORMAT = 'pejling-history/1';

/** One step of a history that somebody wrote down, and the line it stands on. */
export type PastStep = {
  line: number;
  version: number;
  kind: StepKind;
  body: string;
  bodyKind: BodyKind | null;
  began: KnownDate;
  ended: KnownDate | null;
  title: string;
  decision: string;
  documentName: string;
  documentLink: string;
};

/** What a history may say about a version beside its steps; the text only in JSON. */
export type PastVersion = { version: number; title: string; dated: string; framework: FrameworkDraft | null };

/** Why a line cannot be taken: the reason is a closed list, the words are the catalogue's. */
export type PastProblem = {
  line: number;
  why:
    | 'not_read'
    | 'empty'
    | 'too_long'
    | 'header'
    | 'version'
    | 'kind'
    | 'date'
    | 'link'
    | 'body'
    | 'right'
    | 'order'
    | 'future'
    | 'unpublished'
    | 'published'
    | 'framework';
  detail: string;
};

export type PastHistory = { steps: PastStep[]; versions: PastVersion[] };
export type ReadHistory = { history: PastHistory; problems: PastProblem[] };
