import type { Stems } from './stems.ts';

/** Letters told apart; all others count as one. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzæøåéü-'.";
const SIZE = LETTERS.length + 2;

const codes = new Uint8Array(0x10000).fill(LETTERS.length + 1);
[...LETTERS].forEach((letter, index) => {
  codes[letter.charCodeAt(0)] = index + 1;
  codes[letter.toUpperCase().charCodeAt(0)] = index + 1;
});

const SQUARE = SIZE ** 2;
const CUBE = SIZE ** 3;

/**
 * Which letters stand together in the words of a language, three and four in a row. Most of what is no word has a run that no word
 * has, and is refused without looking it up.
 */
export class LetterRuns {
  readonly #threes = new Uint8Array(CUBE);
  readonly #fours = new Uint8Array(CUBE * SIZE);
  /** What words end with before an ending is put on: one, two and three letters. */
  readonly #ends = [new Uint8Array(SIZE), new Uint8Array(SIZE ** 2), new Uint8Array(CUBE)] as const;

  /** Words, and the endings they take: each behind what is left once up to `longest` letters are taken off. */
  constructor(stems: Stems, endings: Iterable<string>, longest: number) {
    stems.visit((text, from, to) => this.#add(text, from, to, longest));
    const starts = new Set<string>();
    for (const ending of endings) {
      this.#add(ending, 0, ending.length, -1);
      for (const length of [1, 2, 3]) starts.add(ending.slice(0, length));
    }
    for (const start of starts) if (start !== '') this.#addStart(start);
    for (let run = 0; run < this.#fours.length; run++)
      if (this.#fours[run] === 1) this.#threes[Math.floor(run / SIZE)] = this.#threes[run % CUBE] = 1;
  }

  #add(text: string, from: number, to: number, longest: number): void {
    const [ones, twos, threes] = this.#ends;
    let third = 0;
    let second = 0;
    let run = 0;
    for (let i = from; i < to; i++) {
      const letter = codes[text.charCodeAt(i)] ?? 0;
      const two = second * SIZE + letter;
      const three = third * SQUARE + two;
      if (i > from + 2) this.#fours[run * SIZE + letter] = 1;
      else if (i === from + 2) this.#threes[three] = 1;
      if (i >= to - 1 - longest) {
        ones[letter] = 1;
        if (i > from) twos[two] = 1;
        if (i > from + 1) threes[three] = 1;
      }
      run = three;
      third = second;
      second = letter;
    }
  }

  /** The start of an ending behind every end, four letters in all. */
  #addStart(start: string): void {
    let code = 0;
    for (let i = 0; i < start.length; i++) code = code * SIZE + (codes[start.charCodeAt(i)] ?? 0);
    const ends = this.#ends[3 - start.length] ?? [];
    const high = SIZE ** start.length;
    for (let end = 0; end < ends.length; end++) if (ends[end] === 1) this.#fours[end * high + code] = 1;
  }

  /** Lets `reach` see a word as if it were one of these; `fits` does not. */
  welcome(word: string): void {
    let run = 0;
    for (let i = 0; i < word.length; i++) {
      run = (run % CUBE) * SIZE + (codes[word.charCodeAt(i)] ?? 0);
      if (i >= 3) this.#fours[run] = 1;
    }
  }

  /** How far from a place on a text has no four letters in a row that no word has. */
  reach(text: string, from: number): number {
    let run = 0;
    for (let i = from; i < text.length; i++) {
      run = (run % CUBE) * SIZE + (codes[text.charCodeAt(i)] ?? 0);
      if (i >= from + 3 && this.#fours[run] !== 1) return i;
    }
    return text.length;
  }

  /** Whether letters may stand so, three in a row; only those that end at `from` or later and before `to` are looked at. */
  fits(word: string, from: number, to: number): boolean {
    const first = Math.max(0, from - 2);
    let run = 0;
    for (let i = first; i < to; i++) {
      run = (run % SQUARE) * SIZE + (codes[word.charCodeAt(i)] ?? 0);
      if (i >= first + 2 && this.#threes[run] !== 1) return false;
    }
    return true;
  }
}
