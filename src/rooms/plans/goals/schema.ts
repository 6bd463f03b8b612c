import * as v from 'valibot';
import { isId } from '#base/ids.ts';
import { day, line, words } from '../fields/schema.ts';
import type { RestsOn } from '../statements/schema.ts';
import type { Indicator } from './indicators/schema.ts';

/** What a goal is about. */
export const GOAL_KINDS = ['quality', 'service_level', 'satisfaction', 'other'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** From where quality is seen: by those who use a service, by those who know the trade, by those who decide. */
export const PERSPECTIVES = ['user', 'professional', 'political'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

/** How far a goal is. What is reached or dropped is closed, with a reason. */
export const GOAL_STATES = ['planned', 'running', 'reached', 'dropped'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

export type SaidState = { state: GoalState; reason: string; by: string; at: Date };

/** What can be changed in a goal's form. Days as 2029-12-31. unitId null: the whole organisation. */
export type GoalFields = {
  title: string;
  why: string;
  kind: GoalKind;
  perspectives: Perspective[];
  unitId: string | null;
  source: string;
  sourceOn: string | null;
  begins: string | null;
  ends: string | null;
  statements: string[];
};

/** unit: its name, null for the whole organisation; unitEnded: the unit is no longer there. */
export type Goal = GoalFields & {
  id: string;
  unit: string | null;
  unitEnded: boolean;
  state: SaidState;
  madeAt: Date;
};

/** A goal as its page shows it: what it rests on, how it has gone, and its indicators. */
export type WholeGoal = { goal: Goal; restsOn: RestsOn[]; states: SaidState[]; indicators: Indicator[]; seen: string };

/** What a list of goals is narrowed to, and in which order it stands. */
export type GoalFilter = {
  search: string;
  perspective: Perspective | '';
  state: GoalState | 'open' | '';
  /** '' for all, 'whole' for those of the organisation itself, else a unit: its goals and those of the units below. */
  unit: string;
};

export const SORTS = ['title', 'unit', 'state', 'ends'] as const;
export type Sort = (typeof SORTS)[number];

export const GoalInput = v.pipe(
  v.object({
    title: v.pipe(line(200), v.minLength(1, 'missing')),
    why: v.pipe(words(4000), v.minLength(1, 'missing')),
    kind: v.picklist(GOAL_KINDS, 'choice'),
    perspectives: v.pipe(v.array(v.picklist(PERSPECTIVES, 'choice')), v.minLength(1, 'perspective')),
    unitId: v.pipe(
      v.string(),
      v.check((text) => text === 'whole' || isId(text), 'unit'),
      v.transform((text) => (text === 'whole' ? null : text)),
    ),
    source: line(300),
    sourceOn: day,
    begins: day,
    ends: day,
    statements: v.pipe(
      v.array(v.pipe(v.string(), v.check(isId, 'statement'))),
      v.minLength(1, 'statement'),
      v.maxLength(50, 'statements'),
      v.transform((ids) => [...new Set(ids)]),
    ),
    seen: v.optional(v.string(), ''),
  }),
  v.forward(
    v.check(({ begins, ends }) => begins === null || ends === null || ends >= begins, 'order'),
    ['ends'],
  ),
);
export type GoalInput = v.InferOutput<typeof GoalInput>;

export const StateInput = v.pipe(
  v.object({
    state: v.picklist(GOAL_STATES, 'choice'),
    reason: words(2000),
    /** How many states the one who says it has read. */
    number: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)),
  }),
  v.forward(
    v.check(({ state, reason }) => !isClosed(state) || reason !== '', 'reason'),
    ['reason'],
  ),
);
export type StateInput = v.InferOutput<typeof StateInput>;

/** Nothing more is done for a goal that is reached or dropped. */
export function isClosed(state: GoalState): boolean {
  return state === 'reached' || state === 'dropped';
}
