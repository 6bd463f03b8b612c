/** Letters told apart; all others count as one. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzæøåéü-'.";
const SIZE = 64;
const EDGE = LETTERS.length + 2;

const codes = new Uint8Array(0x10000).fill(LETTERS.length + 1);
[...LETTERS].forEach((letter, index) => {
  codes[letter.charCodeAt(0)] = index + 1;
  codes[letter.toUpperCase().charCodeAt(0)] = index + 1;
});

/**
 * Which three letters stand together in the words of a language. Most of what is no word has three that never do, and is refused
 * without looking it up.
 */
export class LetterTriples {
  readonly #seen = new Uint8Array(SIZE * SIZE * SIZE);

  add(word: string): void {
    this.#walk(word, (triple) => {
      this.#seen[triple] = 1;
      return true;
    });
  }

  /** False when the word has three letters in a row that no word added has. */
  allows(word: string): boolean {
    return this.#walk(word, (triple) => this.#seen[triple] === 1);
  }

  #walk(word: string, visit: (triple: number) => boolean): boolean {
    let before = EDGE;
    let last = EDGE;
    for (let i = 0; i < word.length; i++) {
      const code = codes[word.charCodeAt(i)] ?? 0;
      if (last !== EDGE && before !== EDGE && !visit((before * SIZE + last) * SIZE + code)) return false;
      before = last;
      last = code;
    }
    return true;
  }
}
