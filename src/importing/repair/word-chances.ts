import { RARE, type Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { shapeOf, titled, type Shape } from './word-shape.ts';

/** Chances of words nobody has heard of, per million words, by how they are written. */
const UNHEARD = { title: 0.04, opening: 3e-3, mixed: 0.05, code: 0.9, letter: 1.5, small: 0.9, sign: 1e-7, foreign: 0.05 };
/** The same in small letters by their number: there are few strings of two letters, so one of them is met often for what it is. */
const UNHEARD_SMALL = [1, 1, 0.4, 0.02, 1.5e-3, 1e-4];
/** Capitals by themselves: most of two letters are initials. */
const INITIALS = [20, 20, 80, 20];
/** A name nobody has heard of that comes again and again is a name; so many times at most it counts. */
const MOST_NAMED = 20;
/** What a word of the other language keeps of how common it is there: one this language lacks, and a rare one it has as well. */
const FOREIGN_ALONE = 0.02;
/** So large a share of words of the other language makes a text that quotes it; in one with fewer each is rarer in proportion. */
const QUOTES = 0.01;
const TELLING = 4;
const UNSEEN = 1;
const FOREIGN_BESIDE = 0.001;
/** Before a point stand abbreviations. */
const ABBREVIATION = [0, 400, 40, 40];
const LONGEST_ABBREVIATION = 3;
/** A part of a compound that hangs in the air ("ledelses- og"). */
const BEGINNING = 5;
/** A word that stands in the document already is this much of what its count there says. */
const OF_COUNT = 0.3;
/** A rare word that somebody wrote is commoner than rare words are on average: the commoner ones are met oftener. */
const LEAST_MET = [0, 0, 0.2, 2, 3];

/** Whether a word is written as names are. */
export function isName(text: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text);
}

type Standing = Pick<Token, 'text' | 'opens' | 'hangs' | 'dotted'>;

/** How likely words are in this document, in words per million. */
export class WordChances {
  readonly lexicon: Lexicon;
  readonly #other: Lexicon | null;
  readonly #counts = new Map<string, number>();
  readonly #titles = new Set<string>();
  readonly #named = new Map<string, number>();
  readonly #standing = new Map<string, number>();
  #total = 1;
  readonly #quotes: number;

  /** `other` is a second language whose words may stand in the text, `tokens` the words of the document. */
  constructor(lexicon: Lexicon, other: Lexicon | null, tokens: readonly Token[]) {
    this.lexicon = lexicon;
    this.#other = other;
    this.#quotes = Math.min(1, this.#foreignShare(tokens) / QUOTES);
    for (const { text, opens } of tokens) if (!opens && isName(text)) this.#named.set(text, (this.#named.get(text) ?? 0) + 1);
  }

  /** The share of words only the other language has; short ones look like damaged words of this one. */
  #foreignShare(tokens: readonly Token[]): number {
    const words = new Set(tokens.filter(({ text }) => text.length >= TELLING).map(({ text }) => text.toLowerCase()));
    const foreign = [...words].filter((word) => (this.#other?.frequency(word) ?? 0) > 1 && this.lexicon.frequency(word) === 0);
    return (foreign.length + UNSEEN) / (tokens.length + 1);
  }

  /** Takes the words the document is sure to hold, and those of them it writes with a capital inside sentences. */
  learn(words: Iterable<string>, titles: Iterable<string>): void {
    this.#counts.clear();
    for (const title of titles) this.#titles.add(title);
    let total = 0;
    for (const word of words) {
      this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
      total++;
    }
    this.#total = Math.max(1, total);
  }

  /** The chance that a word in small letters was meant, compounds left aside; 0 when it is no such word. */
  meant(word: string, shape: Shape): number {
    const usual = this.lexicon.frequency(word);
    const name = usual === 0 && shape !== 'small' ? this.lexicon.frequency(titled(word)) : 0;
    return this.#withCount(word, Math.max(usual, name));
  }

  /** Whether a word is written with a capital inside sentences: always, or elsewhere in this document. */
  isTitle(word: string): boolean {
    return this.#titles.has(word) || this.lexicon.frequency(word) > 0;
  }

  /** The chance that a compound was meant. */
  meantCompound(word: string): number {
    return this.#withCount(word, this.lexicon.compound(word));
  }

  #withCount(word: string, chance: number): number {
    const count = this.#counts.get(word);
    return chance === 0 || count === undefined ? chance : chance + (OF_COUNT * 1e6 * count) / Math.max(300, this.#total);
  }

  /** Whether the language has the word as it stands. */
  isWord(text: string): boolean {
    return this.#own(text, shapeOf(text)) > 0;
  }

  #own(text: string, shape: Shape): number {
    const small = text.toLowerCase().replace(/['’]s$/u, '');
    const usual = this.lexicon.frequency(small);
    if (usual > 0) return usual;
    const asWritten = Math.max(this.lexicon.frequency(text), shape === 'small' ? 0 : this.lexicon.frequency(titled(small)));
    if (asWritten > 0) return asWritten;
    return this.lexicon.compound(small);
  }

  /** The chance that the word is right as it stands. */
  asItStands(word: Standing): number {
    const key = `${word.text} ${word.opens ? 1 : 0}${word.hangs ? 1 : 0}${word.dotted ? 1 : 0}`;
    const known = this.#standing.get(key);
    if (known !== undefined) return known;
    const found = this.#standingChance(word);
    this.#standing.set(key, found);
    return found;
  }

  #standingChance({ text, opens, hangs, dotted }: Standing): number {
    if (dotted && text.length <= LONGEST_ABBREVIATION && !/[^\p{L}]/u.test(text))
      return Math.max(ABBREVIATION[text.length] ?? 0, this.#own(text, shapeOf(text)));
    if (hangs && this.lexicon.begins(text.toLowerCase())) return BEGINNING;
    if (text.length === 1) return /^\p{Ll}$/u.test(text) && !opens && !dotted ? UNHEARD.small : UNHEARD.letter;
    const shape = shapeOf(text);
    const own = this.#own(text, shape);
    if (shape === 'capitals' && text.length <= 3) return Math.max(INITIALS[text.length] ?? 0, own);
    const foreign = this.#other?.frequency(text.toLowerCase()) ?? 0;
    if (own > 0 && this.lexicon.counted) return own < 1 ? Math.max(own, foreign * FOREIGN_BESIDE) : own;
    if (own > 0) return own < RARE ? own : Math.max(own, LEAST_MET[Math.min(4, text.length)] ?? 0);
    // There are more strings of letters the longer they are, so each is rarer.
    const rarer = 0.5 ** Math.max(0, text.length - 5);
    if (/^(?:\p{Lu}+\d+|[1-9]\d*\p{L}{1,2})$/u.test(text)) return UNHEARD.code;
    if (/[^\p{L}\p{M}'’]|\p{Ll}I/u.test(text)) return UNHEARD.sign;
    const small = (UNHEARD_SMALL[Math.min(5, text.length)] ?? 0) * rarer;
    if (/^I\p{Ll}/u.test(text)) return small;
    if (foreign > 0) return Math.max(UNHEARD.foreign, foreign * FOREIGN_ALONE * this.#quotes);
    if (shape === 'mixed') return UNHEARD.mixed;
    if (shape === 'capitals' && text.length <= 5) return UNHEARD.code;
    const named = shape === 'title' ? (this.#named.get(text) ?? 0) : 0;
    if (named > 1) return UNHEARD.title * rarer * Math.min(MOST_NAMED, named);
    if (shape === 'title') return (opens ? UNHEARD.opening : UNHEARD.title) * rarer;
    return small;
  }
}
