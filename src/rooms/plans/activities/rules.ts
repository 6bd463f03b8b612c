import { dayAfter } from '#base/time.ts';
import { indexNear, occurrenceAt, occurrencesBetween } from './rule/rules.ts';
import type { Occurrence } from './rule/schema.ts';
import type { Activity, Holding } from './schema.ts';

/** How one time an activity is due stands: held, left out, still to come, going on now, or passed without a word. */
export type Standing = 'held' | 'left_out' | 'coming' | 'now' | 'missed';

export type Due = Occurrence & { standing: Standing; holding: Holding | null };

type Recurring = Pick<Activity, 'rule' | 'holdings' | 'countedFrom'>;

/** An activity's times between two days, each with how it stands today. What passed before the activity was written down is not missed. */
export function duesBetween(activity: Recurring, from: string, to: string, today: string): Due[] {
  const held = new Map(activity.holdings.map((holding) => [indexNear(activity.rule, holding.dueOn), holding]));
  return occurrencesBetween(activity.rule, from, to).flatMap((occurrence): Due[] => {
    const holding = held.get(occurrence.index) ?? null;
    if (holding !== null) return [{ ...occurrence, holding, standing: holding.outcome }];
    if (occurrence.to < today)
      return occurrence.to < activity.countedFrom ? [] : [{ ...occurrence, holding, standing: 'missed' }];
    return [{ ...occurrence, holding, standing: occurrence.from > today ? 'coming' : 'now' }];
  });
}

/** The next time it is due: going on or still to come, and not held already. Null when it does not come back. */
export function nextDue(activity: Recurring, today: string): Due | null {
  const horizon = dayAfter(today, { years: 9 });
  return duesBetween(activity, today, horizon, today).find(({ standing }) => standing === 'now' || standing === 'coming') ?? null;
}

/** The last time that passed without being held; null when the last time was. Older ones are not brought up again. */
export function lastMissed(activity: Recurring, today: string): Due | null {
  const last = duesBetween(activity, dayAfter(today, { years: -9 }), today, today).findLast((due) => due.to < today);
  return last?.standing === 'missed' ? last : null;
}

/** The times a person may now say something about: those of the last year, what goes on, and the next one. Newest last. */
export function timesToRecord(activity: Pick<Activity, 'rule'>, today: string): Occurrence[] {
  const past = occurrencesBetween(activity.rule, dayAfter(today, { months: -Math.max(12, activity.rule.every) }), today);
  const last = past.at(-1);
  const next = occurrenceAt(activity.rule, last === undefined ? Math.max(0, indexNear(activity.rule, today)) : last.index + 1);
  return next === null ? past : [...past, next];
}
