import type { Standing } from '../rules.ts';
import type { ActivityKind } from '../schema.ts';

/** One thing in a year, on its days. What Pejling knows by itself has no responsible, and is `passed` when its day has. */
export type YearEntry = {
  id: string;
  /** The same number for every time an activity is due in the year; what the wheel and the list share. */
  number: number;
  name: string;
  kind: ActivityKind;
  from: string;
  to: string;
  /** 1 is January: the month of its middle day, in the year shown. */
  month: number;
  standing: Standing | 'passed';
  responsible: string;
  href: string;
  known: boolean;
  timing: 'month' | 'day' | 'week';
};

/** What comes next, or was not held. */
export type NextEntry = Pick<YearEntry, 'id' | 'name' | 'kind' | 'from' | 'to' | 'responsible' | 'href' | 'timing' | 'known'> & {
  standing: Standing;
};
