import type { Indicator } from './indicators/schema.ts';
import { isClosed, type Goal, type GoalFilter, type GoalState, type Perspective, type Sort, type WholeGoal } from './schema.ts';

/** What makes a goal worth a look: nothing to see it by, or an indicator without a figure for a year. */
export type Attention = { goalId: string; title: string; what: 'no_indicator' | 'no_value' | 'old_value'; since: string };

/** Goals in work that nobody can see the progress of. Days as 2029-12-31; `yearAgo` is the day a year before today. */
export function needingAttention(
  goals: readonly { goal: Goal; madeOn: string; indicators: readonly { latestOn: string | null; madeOn: string }[] }[],
  yearAgo: string,
): Attention[] {
  return goals.flatMap(({ goal, madeOn, indicators }): Attention[] => {
    if (isClosed(goal.state.state)) return [];
    const at = { goalId: goal.id, title: goal.title };
    if (indicators.length === 0) return [{ ...at, what: 'no_indicator', since: madeOn }];
    const old = indicators
      .map(({ latestOn, madeOn: on }) => ({ on: latestOn ?? on, measured: latestOn !== null }))
      .filter(({ on }) => on < yearAgo)
      .sort((a, b) => (a.on < b.on ? -1 : 1))[0];
    return old === undefined ? [] : [{ ...at, what: old.measured ? 'old_value' : 'no_value', since: old.on }];
  });
}

/** The goals a filter leaves. `unitsBelow` are the chosen unit and all below it. */
export function filtered(goals: readonly Goal[], filter: GoalFilter, unitsBelow: ReadonlySet<string>): Goal[] {
  const wanted = plain(filter.search).split(/\s+/).filter(Boolean);
  return goals.filter((goal) => {
    if (filter.perspective !== '' && !goal.perspectives.includes(filter.perspective)) return false;
    if (filter.state === 'open' ? isClosed(goal.state.state) : filter.state !== '' && goal.state.state !== filter.state)
      return false;
    if (filter.unit === 'whole' ? goal.unitId !== null : filter.unit !== '' && !unitsBelow.has(goal.unitId ?? '')) return false;
    const words = plain(`${goal.title} ${goal.why} ${goal.source} ${goal.unit ?? ''}`);
    return wanted.every((word) => words.includes(word));
  });
}

const plain = (text: string): string => text.toLocaleLowerCase('da').replaceAll(/\s+/g, ' ');

const ORDER: Record<GoalState, number> = { running: 0, planned: 1, reached: 2, dropped: 3 };

/** Goals in the order asked for; equal ones by title. Goals without an end come last, and the organisation's own first among units. */
export function sorted(goals: readonly Goal[], sort: Sort, descending: boolean): Goal[] {
  const compare: Record<Sort, (a: Goal, b: Goal) => number> = {
    title: () => 0,
    unit: (a, b) => (a.unit ?? '').localeCompare(b.unit ?? '', 'da'),
    state: (a, b) => ORDER[a.state.state] - ORDER[b.state.state],
    ends: (a, b) => (a.ends ?? '9999').localeCompare(b.ends ?? '9999'),
  };
  const by = (a: Goal, b: Goal) => compare[sort](a, b) || a.title.localeCompare(b.title, 'da') || (a.id < b.id ? -1 : 1);
  return goals.toSorted((a, b) => (descending ? by(b, a) : by(a, b)));
}

/** How many goals see quality from each place, of those given. */
export function countByPerspective(goals: readonly Goal[], perspectives: readonly Perspective[]): Record<Perspective, number> {
  const count = (one: Perspective) => goals.filter((goal) => goal.perspectives.includes(one)).length;
  return Object.fromEntries(perspectives.map((one) => [one, count(one)])) as Record<Perspective, number>;
}

/** From where an indicator of a goal sees quality though the goal does not say so, and the other way round. */
export function unseenPerspectives({ goal, indicators }: Pick<WholeGoal, 'goal' | 'indicators'>): Perspective[] {
  if (indicators.length === 0) return [];
  const seen = new Set(indicators.map((indicator: Pick<Indicator, 'perspective'>) => indicator.perspective));
  return goal.perspectives.filter((one) => !seen.has(one));
}
