import { locale, m } from '#base/text.ts';
import { dayInWords } from '#base/time.ts';
import { aimInWords } from '../aims/rules.ts';
import { figureInWords } from '../figures/rules.ts';
import type { Attention } from '../rules.ts';
import type { Direction, Feedback } from '../indicators/schema.ts';
import type { GoalKind, GoalState, Perspective } from '../schema.ts';

export const KIND_WORDS: Record<GoalKind, () => string> = {
  quality: m.goals_kind_quality,
  service_level: m.goals_kind_service_level,
  satisfaction: m.goals_kind_satisfaction,
  other: m.goals_kind_other,
};

export const PERSPECTIVE_WORDS: Record<Perspective, () => string> = {
  user: m.goals_perspective_user,
  professional: m.goals_perspective_professional,
  political: m.goals_perspective_political,
};

export const PERSPECTIVE_HINTS: Record<Perspective, () => string> = {
  user: m.goals_perspective_user_hint,
  professional: m.goals_perspective_professional_hint,
  political: m.goals_perspective_political_hint,
};

export const STATE_WORDS: Record<GoalState, () => string> = {
  planned: m.goals_state_planned,
  running: m.goals_state_running,
  reached: m.goals_state_reached,
  dropped: m.goals_state_dropped,
};

export const STATE_TONES = { planned: 'plain', running: 'info', reached: 'good', dropped: 'plain' } as const satisfies Record<
  GoalState,
  string
>;

export const FEEDBACK_WORDS: Record<Feedback, () => string> = {
  citizen_survey: m.goals_feedback_citizen_survey,
  own_count: m.goals_feedback_own_count,
  professional_review: m.goals_feedback_professional_review,
  political_decision: m.goals_feedback_political_decision,
  other: m.goals_feedback_other,
};

export const DIRECTION_WORDS: Record<Direction, () => string> = {
  higher: m.goals_direction_higher,
  lower: m.goals_direction_lower,
  within: m.goals_direction_within,
};

/** Whose goal it is. */
export function ownerInWords(goal: { unit: string | null; unitEnded: boolean }): string {
  if (goal.unit === null) return m.goals_whole();
  return goal.unitEnded ? m.goals_unit_ended({ unit: goal.unit }) : goal.unit;
}

/** From when to when it holds; '' when nothing is said. */
export function periodInWords({ begins, ends }: { begins: string | null; ends: string | null }): string {
  const from = begins === null ? '' : dayInWords(begins, locale());
  const to = ends === null ? '' : dayInWords(ends, locale());
  if (from !== '' && to !== '') return m.goals_period_both({ from, to });
  if (from !== '') return m.goals_period_from({ from });
  return to === '' ? '' : m.goals_period_to({ to });
}

/** Why a goal is worth a look. */
export function attentionInWords({ what, since }: Attention): string {
  const day = dayInWords(since, locale());
  if (what === 'no_indicator') return m.goals_attention_no_indicator();
  return what === 'no_value' ? m.goals_attention_no_value({ day }) : m.goals_attention_old_value({ day });
}

/** What an indicator is to reach. */
export const aimOf = aimInWords;

/** A figure with what it is counted in. */
export const valueInWords = (value: number, measure: string): string => figureInWords(value, locale(), measure);
