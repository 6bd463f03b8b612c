import { dayAfter } from '#base/time.ts';
import type { KnownDay } from '../known/read.server.ts';
import { duesBetween, lastMissed, nextDue, type Due } from '../rules.ts';
import type { Activity } from '../schema.ts';
import type { NextEntry, YearEntry } from './schema.ts';

/** Everything that falls in a year, in the order of its days, numbered by activity. `home`: the organisation's address. */
export function yearEntries(
  activities: readonly Activity[],
  known: readonly KnownDay[],
  { year, today, home }: { year: number; today: string; home: string },
): YearEntry[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const own = activities.flatMap((activity) =>
    // A week over New Year belongs to the year of its Thursday.
    duesBetween(activity, first, last, today)
      .filter((due) => middleOf(due).slice(0, 4) === String(year))
      .map((due) => ({ ...shownDue(activity, due, home), month: monthOf(due) })),
  );
  const others = known
    .filter(({ day }) => day >= first && day <= last)
    .map((one) => ({ ...shownKnown(one, today), month: Number(one.day.slice(5, 7)) }));
  const entries = [...own, ...others].sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
  const numbers = new Map([...new Set(entries.map((entry) => entry.id))].map((id, at) => [id, at + 1]));
  return entries.map((entry) => ({ ...entry, number: numbers.get(entry.id) ?? 0 }));
}

/** What comes next, nearest first: what is going on, what is to come, and days Pejling knows of. */
export function nextEntries(
  activities: readonly Activity[],
  known: readonly KnownDay[],
  { today, home, most }: { today: string; home: string; most: number },
): NextEntry[] {
  const own = activities.flatMap((activity) => {
    const due = nextDue(activity, today);
    return due === null ? [] : [shownDue(activity, due, home)];
  });
  const others = known
    .filter(({ day }) => day >= today)
    .map((one): NextEntry => ({ ...shownKnown(one, today), standing: one.day === today ? 'now' : 'coming' }));
  return [...own, ...others].sort((a, b) => a.from.localeCompare(b.from) || a.name.localeCompare(b.name, 'da')).slice(0, most);
}

/** What passed without being held, each activity once, oldest first. Also a review that is overdue. */
export function missedEntries(
  activities: readonly Activity[],
  known: readonly KnownDay[],
  { today, home }: { today: string; home: string },
): NextEntry[] {
  const own = activities.flatMap((activity) => {
    const due = lastMissed(activity, today);
    return due === null ? [] : [shownDue(activity, due, home)];
  });
  const others = known
    .filter(({ day, settled }) => day < today && !settled)
    .map((one): NextEntry => ({ ...shownKnown(one, today), standing: 'missed' }));
  return [...own, ...others].sort((a, b) => a.from.localeCompare(b.from));
}

function shownDue(activity: Activity, due: Due, home: string): NextEntry {
  const { id, name, kind, responsible, unit, rule } = activity;
  return {
    ...{ id, name, kind },
    from: due.from,
    to: due.to,
    standing: due.standing,
    responsible: [responsible, unit ?? ''].filter((part) => part !== '').join(', '),
    href: `${home}/year/${id}`,
    known: false,
    timing: rule.timing.kind,
  };
}

function shownKnown({ id, name, kind, day, href, settled }: KnownDay, today: string) {
  const standing = day >= today ? ('coming' as const) : settled ? ('passed' as const) : ('missed' as const);
  return { id, name, kind, from: day, to: day, standing, responsible: '', href, known: true, timing: 'day' as const };
}

/** A week lies where its Thursday lies; all else where it begins. */
function middleOf({ from, to }: { from: string; to: string }): string {
  return dayAfter(from, { days: 6 }) === to ? dayAfter(from, { days: 3 }) : from;
}

function monthOf(due: Due): number {
  return Number(middleOf(due).slice(5, 7));
}
