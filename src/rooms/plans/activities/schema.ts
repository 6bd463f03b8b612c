import * as v from 'valibot';
import { isDay, line, words } from '../fields/schema.ts';
import { INTERVALS, type YearRule } from './rule/schema.ts';

/** What an activity does for leadership: it is developed, talked about, followed up, evaluated. */
export const ACTIVITY_KINDS = ['development', 'dialogue', 'follow_up', 'evaluation', 'other'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Where in Pejling an activity is done. '' is nowhere. */
export const ACTIVITY_PAGES = [
  '',
  'rounds',
  'health',
  'review',
  'translations',
  'hearings',
  'goals',
  'decisions',
  'expectations',
] as const;
export type ActivityPage = (typeof ACTIVITY_PAGES)[number];

/** That an activity was held, or left out, the time it was due from `dueOn`. */
export type Holding = {
  dueOn: string;
  outcome: 'held' | 'left_out';
  heldOn: string | null;
  note: string;
  recordedBy: string;
  recordedAt: Date;
};

export type Activity = {
  id: string;
  name: string;
  kind: ActivityKind;
  how: string;
  responsible: string;
  unitId: string | null;
  unit: string | null;
  /** The unit is no longer there. */
  unitEnded: boolean;
  frameworkId: string | null;
  page: ActivityPage;
  rule: YearRule;
  /** From this day on a time that passed without being held is told. */
  countedFrom: string;
  revision: number;
  changedAt: Date;
  statements: string[];
  /** Newest first. */
  holdings: Holding[];
};

const id = v.pipe(v.string(), v.uuid('choice'));
const optionalId = v.pipe(
  v.string(),
  v.check((text) => text === '' || v.is(id, text), 'choice'),
  v.transform((text) => (text === '' ? null : text)),
);
const whole = (least: number, most: number, message: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d{1,4}$/, message),
    v.transform(Number),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
const orNothing = <T extends v.GenericSchema<string, number>>(schema: T) =>
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    schema,
  ]);

export const ActivityInput = v.pipe(
  v.object({
    name: v.pipe(line(200), v.minLength(1, 'missing')),
    kind: v.picklist(ACTIVITY_KINDS, 'choice'),
    how: words(5000),
    responsible: line(200),
    unit: optionalId,
    framework: optionalId,
    page: v.picklist(ACTIVITY_PAGES, 'choice'),
    every: v.pipe(v.string(), v.transform(Number), v.picklist(INTERVALS, 'choice')),
    timing: v.picklist(['month', 'day', 'week'], 'choice'),
    month: whole(1, 12, 'choice'),
    day: orNothing(whole(1, 31, 'day')),
    week: orNothing(whole(1, 53, 'week')),
    beginsYear: whole(2000, 2199, 'year'),
    endsYear: orNothing(whole(2000, 2199, 'year')),
    statements: v.pipe(v.array(id), v.maxLength(100, 'many')),
    /** The revision the writer read; 0 for a new activity. */
    revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.forward(
    v.check(({ timing, day }) => timing !== 'day' || day !== null, 'day'),
    ['day'],
  ),
  v.forward(
    v.check(({ timing, week }) => timing !== 'week' || week !== null, 'week'),
    ['week'],
  ),
  // A week says when in the year; four times a year needs a month to count from.
  v.forward(
    v.check(({ timing, every }) => timing !== 'week' || every >= 12, 'week_often'),
    ['week'],
  ),
  v.forward(
    v.check(({ beginsYear, endsYear }) => endsYear === null || endsYear >= beginsYear, 'order'),
    ['endsYear'],
  ),
);
export type ActivityInput = v.InferOutput<typeof ActivityInput>;

export const HoldingInput = v.pipe(
  v.object({
    dueOn: v.pipe(v.string(), v.check(isDay, 'choice')),
    outcome: v.picklist(['held', 'left_out'], 'choice'),
    heldOn: v.pipe(
      v.string(),
      v.trim(),
      v.check((text) => text === '' || isDay(text), 'date'),
      v.transform((text) => (text === '' ? null : text)),
    ),
    note: words(2000),
  }),
  v.forward(
    v.check(({ outcome, heldOn }) => outcome === 'left_out' || heldOn !== null, 'date'),
    ['heldOn'],
  ),
  v.forward(
    v.check(({ outcome, note }) => outcome === 'held' || note !== '', 'why'),
    ['note'],
  ),
);
export type HoldingInput = v.InferOutput<typeof HoldingInput>;
