import { NO_LETTERS } from './stems.ts';

/** Longer ones are no words. */
export const LONGEST_WORD = 60;

/** A word from one of its letters on. */
export class WordView {
  word = '';
  /** How far its letters stand so in words, and how far a word of the dictionary begins so. */
  runs = 0;
  begins = 0;
  /** What its letters add up to: none of them, the first, the first two and so on. */
  readonly hashes = new Int32Array(LONGEST_WORD + 1).fill(NO_LETTERS, 0, 1);
}
