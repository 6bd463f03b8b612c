// What things in the year wheel are called, on pages and in the calendar file.
import { locale, m } from '#base/text.ts';
import { dayInWords, weekOf } from '#base/time.ts';
import type { YearRule } from '../rule/schema.ts';
import type { ActivityKind, ActivityPage } from '../schema.ts';
import type { YearEntry } from '../year/schema.ts';

export const KIND_WORDS: Record<ActivityKind, () => string> = {
  development: m.year_kind_development,
  dialogue: m.year_kind_dialogue,
  follow_up: m.year_kind_follow_up,
  evaluation: m.year_kind_evaluation,
  other: m.year_kind_other,
};

export const KIND_HINTS: Record<ActivityKind, () => string> = {
  development: m.year_kind_development_hint,
  dialogue: m.year_kind_dialogue_hint,
  follow_up: m.year_kind_follow_up_hint,
  evaluation: m.year_kind_evaluation_hint,
  other: m.year_kind_other_hint,
};

export const EVERY_WORDS: Record<YearRule['every'], () => string> = {
  3: m.year_every_3,
  6: m.year_every_6,
  12: m.year_every_12,
  24: m.year_every_24,
  36: m.year_every_36,
  48: m.year_every_48,
};

export const PAGE_WORDS: Record<Exclude<ActivityPage, ''>, () => string> = {
  rounds: m.year_page_rounds,
  health: m.year_page_health,
  review: m.year_page_review,
  translations: m.year_page_translations,
  hearings: m.year_page_hearings,
  goals: m.year_page_goals,
  decisions: m.year_page_decisions,
  expectations: m.year_page_expectations,
};

export type StateTone = 'plain' | 'info' | 'good' | 'watch';

export const STATE_WORDS: Record<YearEntry['standing'], { text: () => string; tone: StateTone }> = {
  held: { text: m.year_state_held, tone: 'good' },
  left_out: { text: m.year_state_left_out, tone: 'plain' },
  coming: { text: m.year_state_coming, tone: 'plain' },
  now: { text: m.year_state_now, tone: 'info' },
  missed: { text: m.year_state_missed, tone: 'watch' },
  passed: { text: m.year_state_passed, tone: 'plain' },
};

/** The name of a month, 1 is January. */
export function monthName(month: number, style: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat(locale() === 'da' ? 'da-DK' : 'en-GB', { timeZone: 'UTC', month: style });
  return format.format(new Date(Date.UTC(2000, month - 1, 1))).replace('.', '');
}

/** When something is due, as people say it: a month, a day or a week. */
export function whenText({ from, to, timing }: Pick<YearEntry, 'from' | 'to' | 'timing'>): string {
  if (timing === 'month') return dayInWords(from, locale(), 'month');
  if (timing === 'day') return dayInWords(from, locale());
  return m.year_when_week({ week: weekOf(from), from: dayInWords(from, locale()), to: dayInWords(to, locale()) });
}

/** The same where the year and month stand beside it: a day, a week, or nothing for any time in the month. */
export function shortWhen({ from, timing }: Pick<YearEntry, 'from' | 'timing'>): string {
  if (timing === 'week') return m.year_week({ week: weekOf(from) });
  return timing === 'day'
    ? `${Number(from.slice(8))}. ${monthName(Number(from.slice(5, 7)), 'short')}`
    : monthName(Number(from.slice(5, 7)));
}

/** The rule by which an activity comes back, in words. */
export function ruleText(rule: YearRule): string {
  const every = EVERY_WORDS[rule.every]();
  const months = Array.from({ length: Math.max(1, 12 / rule.every) }, (_, at) =>
    monthName(((rule.beginsMonth - 1 + at * rule.every) % 12) + 1),
  );
  const list = new Intl.ListFormat(locale() === 'da' ? 'da-DK' : 'en-GB', { type: 'conjunction' }).format(months);
  const { timing } = rule;
  const said =
    timing.kind === 'week'
      ? m.year_rule_week({ every, week: timing.week })
      : timing.kind === 'month'
        ? (months.length > 1 ? m.year_rule_months : oneMonth)({ every, months: list })
        : (months.length > 1 ? m.year_rule_days : oneDay)({ every, day: timing.day, months: list });
  const from = m.year_rule_from({ year: rule.beginsYear });
  const to = rule.endsYear === null ? '' : `, ${m.year_rule_to({ year: rule.endsYear })}`;
  return `${said}, ${from}${to}`;
}

const oneMonth = ({ every, months }: { every: string; months: string }): string => m.year_rule_month({ every, month: months });
const oneDay = ({ every, day, months }: { every: string; day: number; months: string }): string =>
  m.year_rule_day({ every, day, month: months });
