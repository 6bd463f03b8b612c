// The only door to dates and times. The product's wall clock is Copenhagen's; instants are stored, local times are shown.
import { Temporal } from 'temporal-polyfill';

export const ZONE = 'Europe/Copenhagen';

/** This moment. */
export function now(): Date {
  return new Date(Temporal.Now.instant().epochMilliseconds);
}

/** Milliseconds on a clock that never goes backwards: for measuring how long something takes. */
export function stopwatch(): number {
  return performance.now();
}

/** The moment the given number of seconds after another. */
export function secondsAfter(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}

/** The moment the given number of days after another, as days of 24 hours. */
export function daysAfter(moment: Date, days: number): Date {
  return secondsAfter(moment, days * 86_400);
}

/** The date in Copenhagen, as 2026-11-30. */
export function localDate(moment: Date): string {
  return zoned(moment).toPlainDate().toString();
}

/** The date and time in Copenhagen as a form field holds it, 2026-11-30T16:00. */
export function localDateTime(moment: Date): string {
  return zoned(moment).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

export type LocalTime =
  | { ok: true; moment: Date }
  | { ok: false; problem: 'not_a_time' }
  | { ok: false; problem: 'skipped' | 'twice'; choices: [Date, Date] };

/**
 * Reads a Copenhagen wall-clock time (2026-11-30T16:00) as an instant. When the clock changes some times do not exist and some
 * exist twice: then the two possible instants are given, earlier first, and a person has to choose.
 */
export function fromLocal(text: string): LocalTime {
  let wall: Temporal.PlainDateTime;
  try {
    wall = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return { ok: false, problem: 'not_a_time' };
  }
  const earlier = wall.toZonedDateTime(ZONE, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(ZONE, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { ok: true, moment: new Date(earlier.epochMilliseconds) };
  const skipped = !earlier.toPlainDateTime().equals(wall);
  const choices: [Date, Date] = [new Date(earlier.epochMilliseconds), new Date(later.epochMilliseconds)];
  return { ok: false, problem: skipped ? 'skipped' : 'twice', choices };
}

/** A moment as people read it, for instance "30. november 2026 kl. 16.00". */
export function inWords(moment: Date, locale: 'da' | 'en', style: 'date' | 'dateTime' = 'dateTime'): string {
  const format = new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    timeZone: ZONE,
    dateStyle: 'long',
    ...(style === 'dateTime' ? { timeStyle: 'short' } : {}),
  });
  return format.format(moment);
}

/** A day (2026-11-30) as people read it: "30. november 2026"; as a month: "november 2026". */
export function dayInWords(day: string, locale: 'da' | 'en', style: 'day' | 'month' = 'day'): string {
  const format = new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    timeZone: 'UTC',
    ...(style === 'day' ? { dateStyle: 'long' } : { month: 'long', year: 'numeric' }),
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** The day the given number of years, months or days after another, as 2026-11-30; the last of the month where it has no such day. */
export function dayAfter(day: string, distance: { years?: number; months?: number; days?: number }): string {
  return Temporal.PlainDate.from(day).add(distance).toString();
}

/** The Monday of a week of a year by ISO 8601: week 1 is the one with the year's first Thursday, and can begin in December before. */
export function weekOfYear(year: number, week: number): string {
  const inFirst = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return inFirst
    .subtract({ days: inFirst.dayOfWeek - 1 })
    .add({ weeks: week - 1 })
    .toString();
}

/** How many weeks a year has by ISO 8601: 52 or 53. */
export function weeksInYear(year: number): number {
  return Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 52;
}

/** The week a day lies in, by ISO 8601. */
export function weekOf(day: string): number {
  return Temporal.PlainDate.from(day).weekOfYear ?? 0;
}

/** Noon of a day in Copenhagen: an instant for something of which only the day is known. */
export function noonOf(day: string): Date {
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' });
  return new Date(noon.epochMilliseconds);
}

/** The hour and a moment's offset as one chooses between two equal wall clocks: "02.30 (sommertid)". */
export function offsetOf(moment: Date): string {
  return zoned(moment).offset;
}

function zoned(moment: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE);
}
