import { dayAfter, weekOfYear, weeksInYear } from '#base/time.ts';
import type { Interval, Occurrence, YearRule } from './schema.ts';

/**
 * The time an activity is due for the nth time (0: the first). A day that its month does not have is the month's last; week 53 in a year
 * without it is week 52. Null before the first time, and after the last year.
 */
export function occurrenceAt(rule: YearRule, index: number): Occurrence | null {
  if (index < 0) return null;
  const months = rule.beginsMonth - 1 + index * rule.every;
  const year = rule.beginsYear + Math.floor(months / 12);
  if (rule.endsYear !== null && year > rule.endsYear) return null;
  if (rule.timing.kind === 'week') {
    const from = weekOfYear(year, Math.min(rule.timing.week, weeksInYear(year)));
    return { index, from, to: dayAfter(from, { days: 6 }) };
  }
  const first = `${year}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const last = dayAfter(dayAfter(first, { months: 1 }), { days: -1 });
  if (rule.timing.kind === 'month') return { index, from: first, to: last };
  const named = `${first.slice(0, 8)}${String(rule.timing.day).padStart(2, '0')}`;
  const day = named < last ? named : last;
  return { index, from: day, to: day };
}

/** Every time an activity is due of which some day lies between two days, both included, oldest first. */
export function occurrencesBetween(rule: YearRule, from: string, to: string): Occurrence[] {
  const found: Occurrence[] = [];
  for (let index = Math.max(0, indexNear(rule, from) - 1); ; index++) {
    const occurrence = occurrenceAt(rule, index);
    if (occurrence === null || occurrence.from > to) return found;
    if (occurrence.to >= from) found.push(occurrence);
  }
}

/** Which of its times a day belongs to: the nearest, counted in months. Below 0 for days long before the first. */
export function indexNear(rule: YearRule, day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const months = year * 12 + month - (rule.beginsYear * 12 + rule.beginsMonth);
  return Math.floor((months + rule.every / 2) / rule.every);
}

type RuleInput = {
  every: Interval;
  beginsYear: number;
  endsYear: number | null;
  timing: 'month' | 'day' | 'week';
  month: number;
  day: number | null;
  week: number | null;
};

/** The rule a form asks for. A week of the year decides the month it counts from: that of its Thursday. */
export function ruleOf(input: RuleInput): YearRule {
  const { every, beginsYear, endsYear, month, timing, day, week } = input;
  const common = { every, beginsYear, endsYear };
  if (timing === 'week' && week !== null) {
    const monday = weekOfYear(beginsYear, Math.min(week, weeksInYear(beginsYear)));
    const beginsMonth = Number(dayAfter(monday, { days: 3 }).slice(5, 7));
    return { ...common, beginsMonth, timing: { kind: 'week', week } };
  }
  return { ...common, beginsMonth: month, timing: timing === 'day' && day !== null ? { kind: 'day', day } : { kind: 'month' } };
}
