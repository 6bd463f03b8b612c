import type { Language, Lexicon } from '#importing/repair/lexicon.ts';
import { DanishVerbs } from './danish-verbs.ts';
import type { MetWords } from './pair-table.ts';
import { FIRST, WHOLE, type WordForms } from './word-forms.ts';

/** In the Danish dictionary: the endings of verbs' first and present form, and those of nouns. */
const VERB_FLAGS = ['21'];
const NOUN_FLAGS = ['2', '4', '10', '11'];

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

/** What a lexicon is made of. `common` and `pairs` are put together by hand, `text` was counted; words of `foreign` count for nothing in it. */
export type Sources = {
  language: Language;
  forms: WordForms;
  common: ReadonlyMap<string, number>;
  pairs: ReadonlyMap<string, number>;
  text: MetWords;
  foreign: ReadonlyMap<string, number>;
};

/** A language by its dictionary, by words met in running text, and by lists of what is common at public workplaces. */
export class DictionaryLexicon implements Lexicon {
  readonly language: Language;
  readonly counted: boolean;
  readonly #from: Sources;
  readonly #verbs: DanishVerbs | null;
  readonly #frequencies = new Map<string, number>();
  readonly #compounds = new Map<string, number>();

  constructor(from: Sources) {
    this.#from = from;
    this.language = from.language;
    this.counted = from.text.pairs > 0;
    from.forms.welcome(from.common.keys());
    this.#verbs =
      from.language === 'da'
        ? new DanishVerbs(
            (word) => from.forms.takes(word, VERB_FLAGS),
            (word) => from.forms.takes(word, NOUN_FLAGS),
          )
        : null;
  }

  readonly frequency = (word: string): number => {
    if (!isTitled(word) && this.#from.forms.refuses(word)) return 0;
    const known = this.#frequencies.get(word);
    if (known !== undefined) return known;
    if (this.#frequencies.size > MOST_KEPT) this.#frequencies.clear();
    const found = this.#frequencyOf(word);
    if (found > 0) this.#frequencies.set(word, found);
    return found;
  };

  #frequencyOf(word: string): number {
    const { common, forms } = this.#from;
    if (common.has(word)) return this.#usual(word) ?? 0;
    const form = forms.form(word);
    if (form && (form.uses & WHOLE) !== 0) return this.#ofForm(word, form.stem);
    // A name the dictionary lacks; small letters it lacks are as often misspelt.
    return isTitled(word) ? (this.#usual(word) ?? 0) : 0;
  }

  readonly compound = (word: string): number => {
    const known = this.#compounds.get(word);
    if (known !== undefined) return known;
    if (this.#compounds.size > MOST_KEPT) this.#compounds.clear();
    const made = this.#compoundOf(word);
    this.#compounds.set(word, made);
    return made;
  };

  readonly pair = (left: string, right: string): number => {
    const { pairs, text } = this.#from;
    const known = pairs.get(`${left} ${right}`) ?? 1;
    const kinds = this.#verbs?.factor(left, right) ?? 1;
    return kinds * (this.counted ? Math.sqrt(known) * likelihoodOf(text, left, right) : known);
  };

  readonly begins = (word: string): boolean => ((this.#from.forms.form(word)?.uses ?? 0) & (FIRST | WHOLE)) !== 0;

  readonly fits = (word: string, from: number, to: number): boolean => this.#from.forms.fits(word, from, to);

  /** How common a word is by what was met and by the lists; undefined when neither knows it. */
  #usual(word: string): number | undefined {
    const { common, text, foreign } = this.#from;
    const listed = common.get(word);
    const met = foreign.has(word) && listed === undefined ? 0 : text.met(word) || text.met(titled(word)) / 2;
    if (met === 0) return listed;
    const counted = MET_ONCE * met ** MET_POWER;
    return listed === undefined ? counted : Math.sqrt(listed * counted);
  }

  #ofForm(word: string, stem: string): number {
    const unmet = (this.#from.common.get(stem) ?? 0) * OTHER_FORM;
    return this.#usual(word) ?? Math.max(RARE_WORD, this.counted ? Math.min(UNMET_FORM, unmet) : unmet);
  }

  #compoundOf(word: string): number {
    const parts = this.language === 'da' ? this.#from.forms.parts(word) : null;
    if (!parts) return 0;
    const shares = parts.map(({ stem }) => Math.min(1, Math.max(LEAST_PART, this.#ofForm(stem, stem) / COMMON_PART)) ** 0.75);
    return shares.reduce((product, share) => product * share, COMPOUND) * 0.1 ** (parts.length - 2);
  }
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

/** Does it begin with a capital? Nearly every word asked for begins with one of a to z. */
function isTitled(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 97 && first <= 122 ? false : /^\p{Lu}/u.test(word);
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
