/** How often an activity comes back, in months. */
export const INTERVALS = [3, 6, 12, 24, 36, 48] as const;
export type Interval = (typeof INTERVALS)[number];

/** When in its month: any time in it, on a day, or in a week of the year (which then decides the month). */
export type Timing = { kind: 'month' } | { kind: 'day'; day: number } | { kind: 'week'; week: number };

/** When an activity comes round: from a month of a year on, every so many months, until a year or for ever. */
export type YearRule = {
  every: Interval;
  beginsYear: number;
  /** 1 is January. */
  beginsMonth: number;
  timing: Timing;
  endsYear: number | null;
};

/** One time an activity is due: from the first to the last of its days, as 2029-12-31, counted from the first one (0). */
export type Occurrence = { index: number; from: string; to: string };
