import * as v from 'valibot';

/** One line of text, spaces tidied. */
export const line = (most: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => text.trim().replaceAll(/\s+/g, ' ')),
    v.maxLength(most, 'long'),
  );

/** Text of several lines. */
export const words = (most: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
    v.maxLength(most, 'long'),
  );

/** A day as 2029-12-31; nothing typed is null. */
export const day = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.check((text) => text === '' || isDay(text), 'date'),
  v.transform((text) => (text === '' ? null : text)),
);

/** Is it a day of the calendar, 2029-12-31? The year has four figures, so that days sort as text. */
export function isDay(text: string): boolean {
  const parts = /^([12]\d{3})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return false;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  const asDate = new Date(Date.UTC(year, month - 1, date));
  return asDate.getUTCMonth() === month - 1 && asDate.getUTCDate() === date;
}
