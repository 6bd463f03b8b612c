// What is shown, as the ledger keeps it: numbers at the precision people see, so that a page can show nothing finer.
import type { SpreadWord } from '#statistics/spread-word.ts';

/** The scale of every question: fully disagree to fully agree. */
export const SCALE = { lowest: 1, highest: 5 } as const;
export const OPTIONS = SCALE.highest - SCALE.lowest + 1;

/** A mean with the interval it may lie in, or the end of the scale it lies near; low and high are null where there is no interval. */
export type ShownMean =
  | { kind: 'mean'; value: number; low: number | null; high: number | null }
  | { kind: 'atMost' | 'atLeast'; limit: number };

/** One figure: a mean, shares in whole per cent (three, or five beside the mean), and the spread in a word from 20 answers. */
export type ShownFigure = { mean: ShownMean | null; shares: number[] | null; spread: SpreadWord | null };

/** What a ledger row shows about one theme: its own figure and that of each question. answered = ballots given, in all. */
export type LedgerFigures = { answered: number; theme: ShownFigure; items: Record<string, ShownFigure> };

/** What the round froze about showing: the threshold, and what stands for 10-19 answers. */
export type DisplayRules = { k: number; middle: 'mean' | 'shares' };

export type Subject = 'own' | 'roll';

/** A ledger row as pages get it: 'own' is a leader's own group (id of the leader), 'roll' all below a unit (id of the node). */
export type LedgerRow = {
  subject: Subject;
  subjectId: string;
  theme: string;
  n: number;
  invited: number;
  figures: LedgerFigures;
};

/** The exact numbers behind one question's figure, no finer than what is shown: a sum for a mean, counts for shares. */
export type ExactItem = { n: number; sum?: number; counts?: number[] };

/** A ledger row with what only audits read: the groups in it and the exact numbers. */
export type AuditedRow = LedgerRow & { members: string[]; sums: Record<string, ExactItem> };

/** How many answered in one group after opening, and each question there. */
export type Atom = { groupId: string; answers: number; items: Record<string, number> };

/** What stands about a release for those who look after it. */
export type AuditSummary = {
  figures: number;
  groups: number;
  questions: number;
  themes: number;
  /** The smallest number of people that any combination of the figures is about. */
  smallest: number;
  /** Whether the general search went through everything too, and how many different structures it examined. */
  searched: boolean;
  structures: number;
  /** What cannot be computed but can be guessed when all answer alike: groups near an end of the scale. */
  nearEnds: number;
  leadersShown: number;
  leadersHidden: number;
  rolls: number;
  rollsForAll: number;
};

/** Why a release was refused: an equation about few people, told without its value. */
export type RefusedLeak = { groups: string[]; measure: string; n: number };
