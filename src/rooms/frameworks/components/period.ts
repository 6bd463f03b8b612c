import { m, type Locale } from '#base/text.ts';
import { dayInWords } from '#base/time.ts';

/** From when to when something holds, as people read it; '' when nothing is known. */
export function periodInWords({ begins, ends }: { begins: string | null; ends: string | null }, locale: Locale): string {
  const from = begins === null ? '' : dayInWords(begins, locale);
  const to = ends === null ? '' : dayInWords(ends, locale);
  if (from !== '' && to !== '') return m.editor_period({ from, to });
  if (from !== '') return m.editor_period_from({ from });
  return to === '' ? '' : m.editor_period_to({ to });
}
