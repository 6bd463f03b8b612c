/** Letters told apart; all others count as one. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzæøåéü-'.";
const SIZE = LETTERS.length + 2;

const codes = new Uint8Array(0x10000).fill(LETTERS.length + 1);
[...LETTERS].forEach((letter, index) => {
  codes[letter.charCodeAt(0)] = index + 1;
  codes[letter.toUpperCase().charCodeAt(0)] = index + 1;
});

const CUBE = SIZE ** 3;

/**
 * Which letters stand together in the words of a language, three and four in a row. Most of what is no word has a run that no word
 * has, and is refused without looking it up.
 */
export class LetterRuns {
  readonly #threes = new Uint8Array(CUBE);
  readonly #fours = new Uint8Array(CUBE * SIZE);
  /** What words end with before an ending is put on: one, two and three letters. */
  readonly #ends = [new Uint8Array(SIZE), new Uint8Array(SIZE ** 2), new Uint8Array(CUBE)];

  /** Words, and the endings they take: each behind what is left once up to `longest` letters are taken off. */
  constructor(stems: Iterable<string>, endings: Iterable<string>, longest: number) {
    for (const stem of stems) this.#add(stem, longest);
    const starts = new Set<string>();
    for (const ending of endings) {
      this.#add(ending, -1);
      for (const length of [1, 2, 3]) starts.add(ending.slice(0, length));
    }
    for (const start of starts) if (start !== '') this.#addStart(start);
    this.#fours.forEach((seen, run) => {
      if (seen === 1) this.#threes[Math.floor(run / SIZE)] = this.#threes[run % CUBE] = 1;
    });
  }

  #add(word: string, longest: number): void {
    let run = 0;
    for (let i = 0; i < word.length; i++) {
      run = (run % CUBE) * SIZE + (codes[word.charCodeAt(i)] ?? 0);
      if (i >= 2) this.#threes[run % CUBE] = 1;
      if (i >= 3) this.#fours[run] = 1;
      if (i < word.length - 1 - longest) continue;
      for (let length = 1; length <= 3 && length <= i + 1; length++) {
        const end = this.#ends[length - 1];
        if (end) end[run % end.length] = 1;
      }
    }
  }

  /** The start of an ending behind every end, four letters in all. */
  #addStart(start: string): void {
    let code = 0;
    for (let i = 0; i < start.length; i++) code = code * SIZE + (codes[start.charCodeAt(i)] ?? 0);
    const high = SIZE ** start.length;
    this.#ends[3 - start.length]?.forEach((seen, end) => {
      if (seen === 1) this.#fours[end * high + code] = 1;
    });
  }

  /** False when the word has four letters in a row that no word has. */
  allows(word: string): boolean {
    return this.#holds(this.#fours, 4, word, 0);
  }

  /** The same for three; only those that end at `from` or later are looked at. */
  fits(word: string, from: number): boolean {
    return this.#holds(this.#threes, 3, word, Math.max(0, from - 2));
  }

  #holds(seen: Uint8Array, length: number, word: string, first: number): boolean {
    const high = seen.length / SIZE;
    let run = 0;
    for (let i = first; i < word.length; i++) {
      run = (run % high) * SIZE + (codes[word.charCodeAt(i)] ?? 0);
      if (i - first >= length - 1 && seen[run] !== 1) return false;
    }
    return true;
  }
}
