import type { Locale } from '#base/text.ts';
import { dayInWords } from '#base/time.ts';
import type { Step } from '../schema.ts';

/** When a step was, as people say it, no more exactly than it is known: "20. august 2008 – 29. oktober 2008", "maj 2007", "2007". */
export function daysInWords(step: Pick<Step, 'beganOn' | 'endedOn' | 'knownTo'>, locale: Locale): string {
  const word = (day: string): string => {
    if (step.knownTo === 'year') return day.slice(0, 4);
    return dayInWords(day, locale, step.knownTo);
  };
  const [began, ended] = [word(step.beganOn), step.endedOn === null ? null : word(step.endedOn)];
  return ended === null || ended === began ? began : `${began} – ${ended}`;
}
