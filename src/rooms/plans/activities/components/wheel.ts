// Where things stand in the wheel: January from twelve o'clock, clockwise; one ring for each kind, outermost first.
import { ACTIVITY_KINDS, type ActivityKind } from '../schema.ts';
import type { YearEntry } from '../year/schema.ts';

export const SIZE = 360;
const MIDDLE = SIZE / 2;
const OUTER = 176;
const MONTHS_FROM = 150;
const RING = 23;
const GAP = 2;

export type Ring = { kind: ActivityKind; outer: number; inner: number };
export type WheelField = { kind: ActivityKind; path: string; labels: { x: number; y: number; text: string }[]; names: string };
/** How far apart two numbers stand in a field, in parts of a month. */
const APART = 0.27;

/** The rings of the wheel. */
export const RINGS: Ring[] = ACTIVITY_KINDS.map((kind, at) => ({
  kind,
  outer: MONTHS_FROM - GAP - at * RING,
  inner: MONTHS_FROM - at * RING - RING,
}));

/** A place on the wheel: months from January (0 to 12, also parts of one), and the distance from the middle. */
export function placeAt(months: number, distance: number): { x: number; y: number } {
  const angle = (months / 12) * 2 * Math.PI - Math.PI / 2;
  return { x: tenth(MIDDLE + distance * Math.cos(angle)), y: tenth(MIDDLE + distance * Math.sin(angle)) };
}

/** The outline of one month in a ring. `month` 1 is January. */
export function fieldPath(month: number, ring: Pick<Ring, 'outer' | 'inner'>): string {
  const [a, b] = [placeAt(month - 1, ring.outer), placeAt(month, ring.outer)];
  const [c, d] = [placeAt(month, ring.inner), placeAt(month - 1, ring.inner)];
  return `M${a.x} ${a.y}A${ring.outer} ${ring.outer} 0 0 1 ${b.x} ${b.y}L${c.x} ${c.y}A${ring.inner} ${ring.inner} 0 0 0 ${d.x} ${d.y}Z`;
}

/** The twelve months with where their names stand and the outline behind them. */
export const MONTH_FIELDS = Array.from({ length: 12 }, (_, at) => ({
  month: at + 1,
  path: fieldPath(at + 1, { outer: OUTER, inner: MONTHS_FROM }),
  ...placeAt(at + 0.5, (OUTER + MONTHS_FROM) / 2),
}));

/** What is drawn: one field for each month and kind that has something, with the numbers of the list. */
export function wheelFields(entries: readonly YearEntry[]): WheelField[] {
  return RINGS.flatMap((ring) =>
    MONTH_FIELDS.flatMap(({ month }) => {
      const here = entries.filter((entry) => entry.kind === ring.kind && entry.month === month);
      if (here.length === 0) return [];
      const numbers = [...new Set(here.map((entry) => entry.number))];
      const texts = numbers.length > 2 ? [String(numbers[0]), `+${numbers.length - 1}`] : numbers.map(String);
      const labels = texts.map((text, at) => {
        const months = month - 0.5 + (texts.length === 1 ? 0 : at === 0 ? -APART : APART);
        return { text, ...placeAt(months, (ring.outer + ring.inner) / 2) };
      });
      return [{ kind: ring.kind, path: fieldPath(month, ring), labels, names: here.map((entry) => entry.name).join(', ') }];
    }),
  );
}

/** How far into the year a day (2026-11-30) is, in months. */
export function monthsInto(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return month - 1 + (date - 0.5) / new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
