import { dayAfter } from '#base/time.ts';

/** After so many years a framework is looked at again. */
export const YEARS = 4;
/** So long before the day the editors get a mail. */
export const NOTICE_DAYS = 60;

const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['marts', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** The month a document says it is from ("November 2011", "2021-12", "1. januar 2009", "2026"), as its first day; null when it says none. */
export function monthOfDated(dated: string | null): string | null {
  const year = /(?:^|[^\d])((?:19|20)\d{2})(?!\d)/.exec(dated ?? '')?.[1];
  if (dated === null || year === undefined) return null;
  const words: readonly string[] = dated.toLowerCase().match(/\p{L}+/gu) ?? [];
  const named = MONTHS.findIndex((names) => names.some((name) => words.includes(name)));
  const numeric = Number(
    /(?:19|20)\d{2}[-./](\d{1,2})(?!\d)/.exec(dated)?.[1] ?? /(?:^|[-./\s])(\d{1,2})[-./\s](?:19|20)\d{2}/.exec(dated)?.[1] ?? 0,
  );
  const month = named >= 0 ? named + 1 : numeric >= 1 && numeric <= 12 ? numeric : 1;
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

export type Review = {
  /** The day the framework is from: what it says itself, else when it was published. */
  from: string;
  dueOn: string;
  /** Was the day chosen, or does it follow from the framework's age? */
  chosen: boolean;
  overdue: boolean;
  /** Within notice of the day, or past it. */
  near: boolean;
  years: number;
  /** Older than four years, whatever day was chosen. */
  old: boolean;
};

/** How old a framework is and when it is to be looked at. All days as 2026-11-30. */
export function reviewOfDays(from: string, chosen: string | null, today: string): Review {
  const dueOn = chosen ?? dayAfter(from, { years: YEARS });
  let years = 0;
  while (dayAfter(from, { years: years + 1 }) <= today) years++;
  return {
    from,
    dueOn,
    chosen: chosen !== null,
    overdue: dueOn <= today,
    near: dueOn <= dayAfter(today, { days: NOTICE_DAYS }),
    years,
    old: years >= YEARS,
  };
}
