/** Letters told apart; all others count as one. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzæøåéü-'.";
const SIZE = 64;

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
    for (let i = 2; i < word.length; i++) this.#seen[tripleAt(word, i)] = 1;
  }

  /** False when the word has three letters in a row that no word added has. */
  allows(word: string): boolean {
    for (let i = 2; i < word.length; i++) if (this.#seen[tripleAt(word, i)] !== 1) return false;
    return true;
  }
}

/** The number of the three letters that end at a place of the word. */
function tripleAt(word: string, at: number): number {
  return ((codeAt(word, at - 2) * SIZE + codeAt(word, at - 1)) * SIZE + codeAt(word, at)) | 0;
}

function codeAt(word: string, at: number): number {
  return codes[word.charCodeAt(at)] ?? 0;
}
