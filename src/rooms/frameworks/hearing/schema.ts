import * as v from 'valibot';
import type { Statement } from '../schema.ts';

/** Where a hearing is on its way. Comments are taken in the first two; after the deadline they are marked as late. */
export const HEARING_STATES = ['open', 'past_deadline', 'treating', 'treated', 'published'] as const;
export type HearingState = (typeof HEARING_STATES)[number];

/** What became of a comment. */
export const OUTCOMES = ['taken_in', 'partly', 'not'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const LONGEST_COMMENT = 20_000;
export const LONGEST_REASON = 4000;
/** Employees' comments are shown when at least so many different people have written. */
export const FEWEST_EMPLOYEES = 5;

export type HearingFacts = {
  id: string;
  versionId: string;
  frameworkId: string;
  title: string;
  letter: string;
  contact: string;
  employees: boolean;
  k: number;
  openedAt: Date;
  closesAt: Date;
  stepId: string | null;
  treatmentBeganAt: Date | null;
  /** Whether employees' comments were opened when the treatment began; null before it. */
  setOpened: boolean | null;
  treatedAt: Date | null;
  publishedAt: Date | null;
  state: HearingState;
};

export type HearingInList = Pick<HearingFacts, 'id' | 'title' | 'state' | 'openedAt' | 'closesAt' | 'frameworkId' | 'versionId'>;

/** A body as it was asked, and when its answer was sent. */
export type AskedBody = { id: string; name: string; repliedAt: Date | null; repliedBy: string | null; late: boolean };

/** A statement as it stood when the hearing opened. */
export type HeardStatement = Statement;

/** A comment with what became of it. `from` is null for an employee's. */
export type Comment = {
  id: string;
  statementId: string | null;
  text: string;
  from: { bodyId: string; name: string; late: boolean } | null;
  answer: Answer | null;
};

export type Answer = {
  outcome: Outcome;
  reason: string;
  changedStatementId: string | null;
  revision: number;
  answeredBy: string;
};

const id = v.pipe(v.string(), v.uuid());
const words = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));

export const HearingInput = v.object({
  title: v.pipe(words(120), v.minLength(3)),
  letter: v.pipe(words(10_000), v.minLength(10)),
  contact: words(300),
  bodies: v.array(id),
  employees: v.boolean(),
});
export type HearingInput = v.InferOutput<typeof HearingInput>;

export const CommentInput = v.object({
  id,
  statementId: v.nullable(id),
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_COMMENT)),
  /** The revision the writer saw; 0 for a new comment. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type CommentInput = v.InferOutput<typeof CommentInput>;

export const AnswerInput = v.object({
  outcome: v.picklist(OUTCOMES),
  reason: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(LONGEST_REASON)),
  changedStatementId: v.nullable(id),
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Other comments that say the same and get the same answer. */
  alike: v.array(id),
});
export type AnswerInput = v.InferOutput<typeof AnswerInput>;
