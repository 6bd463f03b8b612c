import { locale } from '#base/text.ts';
import { inWords } from '#base/time.ts';

/** The closing as people read it. */
export function closingText(moment: Date): string {
  return inWords(moment, locale());
}
