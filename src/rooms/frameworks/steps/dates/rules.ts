import type { Precision } from '../schema.ts';

/** A date as somebody knows it: the first and the last day it can mean. */
export type KnownDate = { first: string; last: string; knownTo: Precision };

/**
 * Reads a date as people write it: 15-12-2008, 15.12.2008, 15/12 2008 or 2008-12-15; a month as 12-2008, 12.2008 or 2008-12; a year as
 * 2008. Null for anything else, and for days that do not exist.
 */
export function readDate(text: string): KnownDate | null {
  const parts = text.trim().split(/[-./\s]+/);
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const numbers = parts.map(Number);
  const [a = 0, b = 0, c = 0] = numbers;
  if (parts.length === 1) return parts[0]?.length === 4 ? whole(a, null, null) : null;
  const yearFirst = parts[0]?.length === 4;
  if (parts.length === 2) return yearFirst ? whole(a, b, null) : parts[1]?.length === 4 ? whole(b, a, null) : null;
  if (parts.length !== 3) return null;
  return yearFirst ? whole(a, b, c) : parts[2]?.length === 4 ? whole(c, b, a) : null;
}

function whole(year: number, month: number | null, date: number | null): KnownDate | null {
  if (year < 1800 || year > 2200) return null;
  if (month === null) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31), knownTo: 'year' };
  if (month < 1 || month > 12) return null;
  const most = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (date === null) return { first: dayOf(year, month, 1), last: dayOf(year, month, most), knownTo: 'month' };
  if (date < 1 || date > most) return null;
  return { first: dayOf(year, month, date), last: dayOf(year, month, date), knownTo: 'day' };
}

function dayOf(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
