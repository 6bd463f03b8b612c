import * as v from 'valibot';
import { day, line } from '../../fields/schema.ts';
import { PERSPECTIVES, type Perspective } from '../schema.ts';

/** Which way is better: up to the target, down to it, or between its two ends. */
export const DIRECTIONS = ['higher', 'lower', 'within'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where a figure comes from. */
export const FEEDBACKS = ['citizen_survey', 'own_count', 'professional_review', 'political_decision', 'other'] as const;
export type Feedback = (typeof FEEDBACKS)[number];

/** What is aimed at: `target`, and for `within` also `targetTo`, the upper end. */
export type Aim = { direction: Direction; target: number; targetTo: number | null };

export type IndicatorFields = Aim & {
  name: string;
  /** What is counted in: %, dage, klager pr. 1.000 borgere. */
  measure: string;
  baseline: number | null;
  baselineOn: string | null;
  feedback: Feedback;
  feedbackName: string;
  perspective: Perspective;
};

export type Measured = { on: string; value: number; note: string; by: string; at: Date };

/** An indicator with its figures, oldest first. */
export type Indicator = IndicatorFields & { id: string; goalId: string; madeAt: Date; values: Measured[] };

/** What was typed; the figures are read by their own rules, so that each can say what is wrong with it. */
export const IndicatorInput = v.object({
  name: v.pipe(line(200), v.minLength(1, 'missing')),
  measure: line(60),
  direction: v.picklist(DIRECTIONS, 'choice'),
  target: line(40),
  targetTo: line(40),
  baseline: line(40),
  baselineOn: day,
  feedback: v.picklist(FEEDBACKS, 'choice'),
  feedbackName: line(200),
  perspective: v.picklist(PERSPECTIVES, 'choice'),
  seen: v.optional(v.string(), ''),
});
export type IndicatorInput = v.InferOutput<typeof IndicatorInput>;
