import { wordsOf } from '../words.ts';
import type { Language } from './lexicon.ts';

const MARKERS: Record<Language, ReadonlySet<string>> = {
  da: new Set(['og', 'er', 'det', 'en', 'til', 'som', 'med', 'af', 'den', 'vi', 'ikke', 'de', 'et', 'der', 'skal', 'kan']),
  en: new Set(['the', 'and', 'of', 'to', 'is', 'that', 'with', 'are', 'our', 'this', 'not', 'they', 'be', 'will', 'on', 'as']),
};
/** Running text holds more of its commonest words than this, however badly it was scanned. */
const LEAST_SHARE = 0.03;

/** The language of a text by its commonest words, most of which survive any scan; null for other languages and for lists of names. */
export function languageOf(text: string): Language | null {
  const words = wordsOf(text).map((word) => word.toLowerCase());
  const share = (language: Language): number => words.filter((word) => MARKERS[language].has(word)).length / words.length;
  const [danish, english] = [share('da'), share('en')];
  if (words.length === 0 || Math.max(danish, english) < LEAST_SHARE) return null;
  return danish >= english ? 'da' : 'en';
}
