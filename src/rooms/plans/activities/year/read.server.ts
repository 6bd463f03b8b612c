import { localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { knownDays } from '../known/read.server.ts';
import { mayKeepYear } from '../policy.ts';
import { allActivities } from '../read.server.ts';
import { missedEntries, nextEntries, yearEntries } from './rules.ts';
import type { NextEntry, YearEntry } from './schema.ts';

const MOST_NEXT = 4;

export type YearPage = {
  year: number;
  today: string;
  entries: YearEntry[];
  next: NextEntry[];
  missed: NextEntry[];
  activities: number;
  mayKeep: boolean;
};

/** The year wheel as a member reads it. A year that is none of ours is this year. */
export async function yearPage(tx: Tx, member: Member, asked: string | null): Promise<YearPage> {
  const today = localDate(now());
  const year = /^2[01]\d\d$/.test(asked ?? '') ? Number(asked) : Number(today.slice(0, 4));
  const home = `/${member.organisation.slug}`;
  const activities = await allActivities(tx);
  const known = await knownDays(tx, member);
  return {
    year,
    today,
    entries: yearEntries(activities, known, { year, today, home }),
    next: nextEntries(activities, known, { today, home, most: MOST_NEXT }),
    missed: missedEntries(activities, known, { today, home }),
    activities: activities.length,
    mayKeep: mayKeepYear(member),
  };
}

/** What comes next in the year, for the first page. */
export async function nextInYear(tx: Tx, member: Member, most: number): Promise<NextEntry[]> {
  const today = localDate(now());
  const home = `/${member.organisation.slug}`;
  const activities = await allActivities(tx);
  if (activities.length === 0) return [];
  return nextEntries(activities, await knownDays(tx, member), { today, home, most });
}
