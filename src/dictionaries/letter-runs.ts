/** Letters told apart; all others count as one. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzæøåéü-'.";
const SIZE = LETTERS.length + 2;

const codes = new Uint8Array(0x10000).fill(LETTERS.length + 1);
[...LETTERS].forEach((letter, index) => {
  codes[letter.charCodeAt(0)] = index + 1;
  codes[letter.toUpperCase().charCodeAt(0)] = index + 1;
});

/**
 * Which letters stand together in the words of a language, three or four in a row. Most of what is no word has a run that no word
 * has, and is refused without looking it up.
 */
export class LetterRuns {
  readonly #length: number;
  readonly #range: number;
  readonly #seen: Uint8Array;

  constructor(length: 3 | 4) {
    this.#length = length;
    this.#range = SIZE ** length;
    this.#seen = new Uint8Array(this.#range);
  }

  add(word: string): void {
    const [seen, last, high] = [this.#seen, this.#length - 1, this.#range / SIZE];
    let run = 0;
    for (let i = 0; i < word.length; i++) {
      run = (run % high) * SIZE + (codes[word.charCodeAt(i)] ?? 0);
      if (i >= last) seen[run] = 1;
    }
  }

  /** The runs one letter shorter that stand in these or, with all their letters, in short words. */
  shorter(words: Iterable<string>): LetterRuns {
    const runs = new LetterRuns(3);
    const high = this.#range / SIZE;
    this.#seen.forEach((seen, run) => {
      if (seen !== 1) return;
      runs.#seen[Math.floor(run / SIZE)] = 1;
      runs.#seen[run % high] = 1;
    });
    for (const word of words) if (word.length === 3) runs.add(word);
    return runs;
  }

  /** False when the word has a run that no word added has; only runs that end at `from` or later are looked at. */
  allows(word: string, from = 0): boolean {
    const [seen, last, high] = [this.#seen, this.#length - 1, this.#range / SIZE];
    const first = Math.max(0, from - last);
    let run = 0;
    for (let i = first; i < word.length; i++) {
      run = (run % high) * SIZE + (codes[word.charCodeAt(i)] ?? 0);
      if (i - first >= last && seen[run] !== 1) return false;
    }
    return true;
  }
}
