import type { VersionHead } from '../schema.ts';
import { STEP_KINDS, type Step, type StepKind } from './schema.ts';

/** What the order of steps depends on. */
export type Dated = Pick<Step, 'kind' | 'beganOn' | 'endedOn'>;

/** Which step may come straight after which. Steps may be repeated and left out; what is published can only be superseded. */
const MAY_FOLLOW: Record<StepKind, readonly StepKind[]> = {
  draft: ['draft', 'internal_discussion', 'hearing', 'reworked', 'recommended', 'approved', 'published', 'superseded'],
  // What is to be written is often discussed before anybody writes it.
  internal_discussion: [
    'draft',
    'internal_discussion',
    'hearing',
    'reworked',
    'recommended',
    'approved',
    'published',
    'superseded',
  ],
  hearing: ['internal_discussion', 'hearing', 'reworked', 'recommended', 'approved', 'published', 'superseded'],
  reworked: ['internal_discussion', 'hearing', 'reworked', 'recommended', 'approved', 'published', 'superseded'],
  recommended: ['internal_discussion', 'hearing', 'reworked', 'recommended', 'approved', 'published', 'superseded'],
  // Who approves may also send back; then it has to be approved again.
  approved: ['internal_discussion', 'hearing', 'reworked', 'published', 'superseded'],
  published: ['superseded'],
  superseded: [],
};

export type Refusal =
  | { why: 'order'; after: StepKind; next: StepKind }
  | { why: 'hearing_open'; until: string | null }
  | { why: 'missing'; missing: StepKind[] };

/** The steps in the order in which they happened. On one day publication comes last, and else what was written down first. */
export function inOrder<T extends Dated>(steps: readonly T[]): T[] {
  return steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => a.step.beganOn.localeCompare(b.step.beganOn) || closing(a.step) - closing(b.step) || a.index - b.index)
    .map(({ step }) => step);
}

function closing(step: Dated): number {
  return Math.max(0, STEP_KINDS.indexOf(step.kind) - STEP_KINDS.indexOf('approved'));
}

/** What a version is now: named after its latest step. */
export function stateOf(head: Pick<VersionHead, 'publishedAt' | 'supersededOn'>, steps: readonly Dated[]): StepKind {
  if (head.supersededOn !== null) return 'superseded';
  if (head.publishedAt !== null) return 'published';
  return inOrder(steps).at(-1)?.kind ?? 'draft';
}

/** Why a step cannot be added to those there are; null when it can. The new one may lie before others that are written down already. */
export function refusalOf(steps: readonly Dated[], next: Dated): Refusal | null {
  const broken = brokenOrder([...steps, next]);
  if (broken !== null) return broken;
  const hearing = decides(next.kind) ? openHearing(steps, next.beganOn) : undefined;
  return hearing === undefined ? null : { why: 'hearing_open', until: hearing.endedOn };
}

/** The first place where one step cannot follow another; null where all can. */
export function brokenOrder(steps: readonly Dated[]): Extract<Refusal, { why: 'order' }> | null {
  let before: StepKind = 'draft';
  for (const { kind } of inOrder(steps)) {
    if (!MAY_FOLLOW[before].includes(kind)) return { why: 'order', after: before, next: kind };
    before = kind;
  }
  return null;
}

/**
 * May a step that was written down be taken away again? In a draft, and where it was added to a published version as its history; what
 * stood there when the version was published, stays.
 */
export function canRemove(head: Pick<VersionHead, 'publishedAt' | 'createdAt'>, steps: readonly Step[], step: Step): boolean {
  if (step.kind === 'published' || step.kind === 'superseded') return false;
  const addedLater = head.publishedAt === null || step.recordedAt > head.publishedAt;
  return addedLater && brokenOrder(steps.filter((other) => other.id !== step.id)) === null;
}

/**
 * Which of the steps that the organisation requires are missing before this one. A recommendation and an approval speak about the
 * wording they saw: after a hearing or a rework they have to be had again.
 */
export function missingBefore(kind: StepKind, taken: readonly Dated[], required: readonly StepKind[]): StepKind[] {
  if (!decides(kind)) return [];
  const order = inOrder(taken);
  const lastChange = order.findLastIndex((step) => step.kind === 'reworked' || step.kind === 'hearing');
  const stands = (need: StepKind): boolean =>
    order.some((step, index) => step.kind === need && (!decides(need) || index > lastChange));
  const rank = STEP_KINDS.indexOf(kind);
  return STEP_KINDS.filter((need, at) => at < rank && required.includes(need) && !stands(need));
}

/** Recommending, approving and publishing speak about a finished wording. */
function decides(kind: StepKind): boolean {
  return kind === 'recommended' || kind === 'approved' || kind === 'published';
}

function openHearing(steps: readonly Dated[], on: string): Dated | undefined {
  return steps.find((step) => step.kind === 'hearing' && step.beganOn <= on && step.endedOn !== null && step.endedOn > on);
}

/** Whole days a step took, both days counted; null when it has no end. */
export function daysOf(step: Dated): number | null {
  if (step.endedOn === null) return null;
  return Math.round((Date.parse(step.endedOn) - Date.parse(step.beganOn)) / 86_400_000) + 1;
}

/** How many weeks a step took, rounded; null when it has no end. */
export function weeksOf(step: Dated): number | null {
  const days = daysOf(step);
  return days === null ? null : Math.round(days / 7);
}
