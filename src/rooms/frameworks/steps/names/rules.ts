import { m } from '#base/text.ts';
import type { BodyKind, BodyRight } from '../../bodies/schema.ts';
import type { StepKind } from '../schema.ts';

/** What a step is called on the screen. */
export function stepKindName(kind: StepKind): string {
  return {
    draft: m.versions_step_draft,
    internal_discussion: m.versions_step_internal_discussion,
    hearing: m.versions_step_hearing,
    reworked: m.versions_step_reworked,
    recommended: m.versions_step_recommended,
    approved: m.versions_step_approved,
    published: m.versions_step_published,
    superseded: m.versions_step_superseded,
  }[kind]();
}

/** What a version in this state is called on the screen. */
export function stateName(kind: StepKind): string {
  return {
    draft: m.versions_state_draft,
    internal_discussion: m.versions_state_internal_discussion,
    hearing: m.versions_state_hearing,
    reworked: m.versions_state_reworked,
    recommended: m.versions_state_recommended,
    approved: m.versions_state_approved,
    published: m.versions_state_published,
    superseded: m.versions_state_superseded,
  }[kind]();
}

export function bodyKindName(kind: BodyKind): string {
  return {
    political: m.versions_body_political,
    management: m.versions_body_management,
    med: m.versions_body_med,
    hr: m.versions_body_hr,
    other: m.versions_body_other,
  }[kind]();
}

export function bodyRightName(right: BodyRight): string {
  return {
    discuss: m.versions_right_discuss,
    answer: m.versions_right_answer,
    recommend: m.versions_right_recommend,
    approve: m.versions_right_approve,
  }[right]();
}
