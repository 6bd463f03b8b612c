import * as v from 'valibot';
import { day, line, words } from '../fields/schema.ts';

/** Whom a decision concerns: the unit that decided and all below it, named units and all below them, or everybody. */
export const REACHES = ['branch', 'units', 'organisation'] as const;
export type NoteReach = (typeof REACHES)[number];

export const MOST_ALTERNATIVES = 8;

/** What could have been decided instead, with what spoke for and against it. */
export type Alternative = { name: string; pro: string; con: string };

/** A statement the decision rests on, as it read when it was chosen. */
export type RestedOn = { statementId: string; name: string; framework: string };

/** What one version of a note says. Days as 2029-12-31. */
export type NoteWords = {
  title: string;
  decision: string;
  alternatives: Alternative[];
  tradeoffs: string;
  heard: string;
  hearingId: string | null;
  told: string;
  toldOn: string | null;
  decidedBy: string;
  decidedOn: string | null;
  explanation: string;
  restsOn: RestedOn[];
  /** Why there is a new version; empty in the first. */
  reason: string;
};

export type NoteVersion = NoteWords & {
  number: number;
  revision: number;
  writtenBy: string;
  writtenAt: Date;
  sharedAt: Date | null;
  sharedBy: string;
};

/** What was added to a shared note later. */
export type Addition = { id: string; text: string; addedBy: string; addedAt: Date };

/** That a shared note was given to more readers: units by their names that day, or, without any, everybody. */
export type Widening = { id: string; units: string[]; by: string; at: Date };

/** A note without its words: who decided, and whom it concerns. */
export type NoteFrame = {
  id: string;
  unitId: string;
  unit: string;
  reach: NoteReach;
  /** The units named, where reach says units. */
  units: { id: string; name: string; ended: boolean }[];
  writtenBy: string;
  writtenByName: string;
};

/** What must be there before a note can be shared. */
export const NEEDED = ['title', 'decision', 'decidedOn', 'decidedBy', 'alternatives', 'tradeoffs', 'heard', 'told'] as const;
export type Needed = (typeof NEEDED)[number];

const id = v.pipe(v.string(), v.uuid('choice'));
const alternative = v.object({ name: line(200), pro: words(2000), con: words(2000) });

export const NewNoteInput = v.object({ id, title: v.pipe(line(200), v.minLength(1, 'missing')), unit: id });
export type NewNoteInput = v.InferOutput<typeof NewNoteInput>;

export const NoteInput = v.object({
  title: v.pipe(line(200), v.minLength(1, 'missing')),
  decision: words(10_000),
  alternatives: v.pipe(v.array(alternative), v.maxLength(MOST_ALTERNATIVES, 'many')),
  tradeoffs: words(10_000),
  heard: words(5000),
  hearingId: v.nullable(id),
  told: words(5000),
  toldOn: day,
  decidedBy: line(200),
  decidedOn: day,
  explanation: words(5000),
  statements: v.pipe(v.array(id), v.maxLength(100, 'many')),
  reason: words(2000),
  reach: v.picklist(REACHES, 'choice'),
  units: v.array(id),
  /** The revision the writer read. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type NoteInput = v.InferOutput<typeof NoteInput>;

/** To whom a shared note is given: everybody, or units. The id comes with the form: sent twice, it is given once. */
export const WideningInput = v.object({
  id,
  reach: v.picklist(['units', 'organisation'], 'choice'),
  units: v.pipe(v.array(id), v.maxLength(100, 'many')),
  tell: v.boolean(),
});
export type WideningInput = v.InferOutput<typeof WideningInput>;

export const AdditionInput = v.object({ text: v.pipe(words(5000), v.minLength(1, 'missing')) });
