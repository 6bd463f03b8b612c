/** Is it a day of the calendar, 2029-12-31? The year has four figures and is one of ours, so that days sort as text. */
export function isDay(text: string): boolean {
  const parts = /^(1[89]|2[012])(\d{2})-(\d{2})-(\d{2})$/u.exec(text);
  if (parts === null) return false;
  const [century = 0, year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  const asDate = new Date(Date.UTC(century * 100 + year, month - 1, day));
  return asDate.getUTCMonth() === month - 1 && asDate.getUTCDate() === day;
}
