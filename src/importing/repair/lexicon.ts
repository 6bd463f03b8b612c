export type Language = 'da' | 'en';

/** What the repair knows of a language. It comes in as an argument: this folder reads no files. */
export type Lexicon = {
  language: Language;
  /** Whether words of any kind were counted in running text, so that one that was not met is rare indeed. */
  counted: boolean;
  /** How common a word is, per million words, as written (names begin with a capital); 0 when it is no word. */
  frequency: (word: string) => number;
  /** The same for a word made of words ("ledelsesopgave"); far below 1, and 0 when it is none. Slower. */
  compound: (word: string) => number;
  /** Whether compounds may begin with it, as "ledelses". */
  begins: (word: string) => boolean;
  /** Whether the letters of a word may stand so; only threes that end at `from` or later and before `to` are looked at. */
  fits: (word: string, from: number, to: number) => boolean;
  /** How much likelier the second word is after the first than by itself: a factor, 1 when nothing is known. "," and "^" stand for a comma and the beginning of a sentence. */
  pair: (left: string, right: string) => number;
};

/** Gives a language's lexicon, loaded when first asked for. */
export type Lexicons = (language: Language) => Promise<Lexicon>;

/** A rare word of the dictionary, in words per million. Below it stand only compounds. */
export const RARE = 0.5;
