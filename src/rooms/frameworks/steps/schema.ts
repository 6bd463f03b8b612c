import * as v from 'valibot';
import type { BodyKind, BodyRight } from '../bodies/schema.ts';
import { readDate } from './dates/rules.ts';

/** What can happen to a version, in the order in which it usually does. A version's state is named after the latest of them. */
export const STEP_KINDS = [
  'draft',
  'internal_discussion',
  'hearing',
  'reworked',
  'recommended',
  'approved',
  'published',
  'superseded',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Those that people write down. Publishing and superseding write themselves. */
export const RECORDED_KINDS = ['draft', 'internal_discussion', 'hearing', 'reworked', 'recommended', 'approved'] as const;
export const REQUIRABLE_KINDS = ['internal_discussion', 'hearing', 'reworked', 'recommended', 'approved'] as const;

/** The right a body needs to take a step; the other steps may be taken by any body, or none. */
export const RIGHT_FOR: Partial<Record<StepKind, BodyRight>> = {
  internal_discussion: 'discuss',
  hearing: 'answer',
  recommended: 'recommend',
  approved: 'approve',
};

export const PRECISIONS = ['day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];

export type StepDocument = { name: string; link: string; id: string | null };
export type Step = {
  id: string;
  versionId: string;
  kind: StepKind;
  body: { id: string; name: string; kind: BodyKind } | null;
  /** Days as 2026-11-30; they may lie long before the product. */
  beganOn: string;
  endedOn: string | null;
  /** Of old steps sometimes only the month or the year is known; the days are then the first and the last of it. */
  knownTo: Precision;
  title: string;
  decision: string;
  document: StepDocument | null;
  recordedBy: string;
  recordedAt: Date;
};

const when = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => readDate(text)),
  v.check((date) => date !== null, 'day'),
);
const whenOrNever = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.check((text) => text === '' || readDate(text) !== null, 'day'),
  v.transform((text) => readDate(text)),
);
const words = (most: number) => v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(most, 'long'));

/** A link somebody can open. Anything else than http(s) is refused, so that a page never carries a script in a link. */
export const link = v.pipe(
  words(2000),
  v.check((text) => text === '' || /^https?:\/\/[^\s]+$/i.test(text), 'link'),
);

export const StepInput = v.object({
  kind: v.picklist(RECORDED_KINDS, 'missing'),
  body: v.pipe(
    v.optional(v.string(), ''),
    v.transform((id) => (id === '' ? null : id)),
  ),
  began: when,
  ended: whenOrNever,
  title: words(200),
  decision: words(5000),
  documentName: words(200),
  documentLink: link,
  /** How many steps the page showed: more means that somebody was faster. */
  seen: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)),
});
export type StepInput = v.InferOutput<typeof StepInput>;

/** A date in the form in which it can be typed again. */
export function typedDate(day: string, knownTo: Precision): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: `${date}-${month}-${year}`, month: `${month}-${year}`, year }[knownTo];
}
