import * as v from 'valibot';
import { daysAfter, fromLocal } from '#base/time.ts';

export const ClosureInput = v.object({
  reason: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500)),
  understood: v.literal('on'),
});
export type ClosureInput = v.InferOutput<typeof ClosureInput>;

/** What a form says about the closing: a date, a time, and, when the clock makes it necessary, which of two moments is meant. */
export type ClosingInput = { date: string; time: string; choice: string };

export type Closing =
  | { ok: true; moment: Date }
  | { ok: false; problem: 'missing' | 'not_a_time' | 'past' | 'too_far' }
  | { ok: false; problem: 'skipped' | 'twice'; choices: [Date, Date] };

const LONGEST_DAYS = 365;

/** Reads a closing as Copenhagen wall-clock time. A time that does not exist, or exists twice, needs one of two moments to be picked. */
export function readClosing(input: ClosingInput, moment: Date): Closing {
  if (input.date === '' || input.time === '') return { ok: false, problem: 'missing' };
  const read = fromLocal(`${input.date}T${input.time}`);
  if (read.ok) return inTime(read.moment, moment);
  if (read.problem === 'not_a_time') return { ok: false, problem: 'not_a_time' };
  const picked = read.choices.find((choice) => choice.toISOString() === input.choice);
  return picked === undefined ? { ok: false, problem: read.problem, choices: read.choices } : inTime(picked, moment);
}

function inTime(closes: Date, moment: Date): Closing {
  if (closes <= moment) return { ok: false, problem: 'past' };
  return closes > daysAfter(moment, LONGEST_DAYS) ? { ok: false, problem: 'too_far' } : { ok: true, moment: closes };
}
