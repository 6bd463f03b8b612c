import { m } from '#base/text.ts';
import { localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { environment } from '#environment';
import type { Member } from '#rooms/people/proof.server.ts';
import { knownDays } from '../known/read.server.ts';
import { allActivities } from '../read.server.ts';
import { occurrencesBetween } from '../rule/rules.ts';
import type { Activity, ActivityKind } from '../schema.ts';
import { calendarFile } from './rules.ts';
import type { CalendarEvent } from './schema.ts';

/** What every fourth year brings comes at least once. */
const YEARS_AHEAD = 4;

/** The year wheel as a calendar: this year and the four after it, with what Pejling knows by itself. */
export async function yearCalendar(
  tx: Tx,
  member: Member,
  kindWords: Record<ActivityKind, () => string>,
): Promise<{ name: string; text: string }> {
  const { slug, name: organisation } = member.organisation;
  const origin = (environment.ORIGIN ?? `http://localhost:${environment.PORT}`).replace(/\/$/, '');
  const year = Number(localDate(now()).slice(0, 4));
  const [first, last] = [`${year}-01-01`, `${year + YEARS_AHEAD}-12-31`];
  const own = (await allActivities(tx)).flatMap((activity) =>
    occurrencesBetween(activity.rule, first, last).map(({ index, from, to }): CalendarEvent => ({
      uid: `${activity.id}-${index}@${slug}.pejling`,
      sequence: activity.revision,
      changedAt: activity.changedAt,
      from,
      to,
      name: activity.name,
      about: aboutOf(activity),
      category: kindWords[activity.kind](),
      url: `${origin}/${slug}/year/${activity.id}`,
    })),
  );
  const others = (await knownDays(tx, member))
    .filter(({ day }) => day >= first && day <= last)
    .map(({ id, name, kind, day, href }): CalendarEvent => ({
      uid: `${id}@${slug}.pejling`,
      sequence: 0,
      changedAt: now(),
      from: day,
      to: day,
      name,
      about: m.year_known(),
      category: kindWords[kind](),
      url: `${origin}${href}`,
    }));
  const name = m.year_file({ organisation });
  return {
    name,
    text: calendarFile(
      name,
      [...own, ...others].sort((a, b) => a.from.localeCompare(b.from)),
    ),
  };
}

function aboutOf({ responsible, unit, how }: Activity): string {
  const who = [responsible, unit ?? ''].filter((part) => part !== '').join(', ');
  return [who === '' ? '' : m.year_by({ who }), how].filter((part) => part !== '').join('\n\n');
}
