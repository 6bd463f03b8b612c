/** A number that stands for letters read so far; letters are added one by one. */
export const NO_LETTERS = 0x1505;

export function withLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193) ^ (hash >>> 15);
}

export function withLetters(hash: number, letters: string): number {
  let all = hash;
  for (let i = 0; i < letters.length; i++) all = withLetter(all, letters.charCodeAt(i));
  return all;
}

const FREE = -1;
const LONGEST = 255;
const SPACE = 32;
const STROKE = 47;
const COMMENT = 35;
/** What else is known of a word stands behind it. */
const REMARK = /(?:\t| +[a-z]{2}:).*$/u;
/** How words begin is kept for so many letters, as bits of one large set, so that most of what is no word is refused at once. */
const BEGINNINGS = [4, 6, 8, 10] as const;
const BITS = 2 ** 21;

/**
 * The words of a dictionary (`.dic`) where they stand in its text, found by what their letters add up to. No string is made of a word
 * until it is found, so that hundreds of thousands of them are read in a tenth of a second.
 */
export class Stems {
  readonly #text: string;
  readonly #starts: Int32Array;
  readonly #lengths: Uint8Array;
  readonly #hashes: Int32Array;
  readonly #places: Int32Array;
  readonly #beginnings = new Int32Array(BITS / 32);
  readonly #joined = new Map<number, string>();
  #count = 0;

  constructor(dic: string) {
    this.#text = dic;
    const most = linesOf(dic);
    this.#starts = new Int32Array(most);
    this.#lengths = new Uint8Array(most);
    this.#hashes = new Int32Array(most);
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(2.5 * most + 8))).fill(FREE);
    this.#read(dic);
  }

  /** Shows each word as a stretch of the dictionary's text. */
  visit(see: (text: string, from: number, to: number) => void): void {
    for (let i = 0; i < this.#count; i++) {
      const start = this.#starts[i] ?? 0;
      see(this.#text, start, start + (this.#lengths[i] ?? 0));
    }
  }

  /** The number of the word that is `text` from `from` to `to` with `more` behind it, -1 when there is none. `hash` is that of both. */
  find(hash: number, text: string, from: number, to: number, more: string): number {
    const mask = this.#places.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const entry = this.#places[place] ?? FREE;
      if (entry === FREE || (this.#hashes[entry] === hash && this.#is(entry, text, from, to, more))) return entry;
    }
  }

  /** At most so many letters are the beginning of a word. `hashes` are those of no letter, of the first, the first two and so on. */
  reach(hashes: Int32Array, length: number): number {
    for (const letters of BEGINNINGS) {
      if (letters > length) return length;
      const bit = bitOf(hashes[letters] ?? 0);
      if (((this.#beginnings[bit >> 5] ?? 0) & (1 << (bit & 31))) === 0) return letters - 1;
    }
    return length;
  }

  /** Lets `reach` see a word as if it were one of these. */
  welcome(word: string): void {
    let hash = NO_LETTERS;
    for (let at = 0; at < word.length; at++) {
      hash = withLetter(hash, word.charCodeAt(at));
      if (BEGINNINGS.some((letters) => letters === at + 1)) this.#begin(hash);
    }
  }

  word(entry: number): string {
    const start = this.#starts[entry] ?? 0;
    return this.#text.slice(start, start + (this.#lengths[entry] ?? 0));
  }

  /** The flags of a word as written; one that stands twice has the flags of both. */
  flags(entry: number): string {
    return this.#joined.get(entry) ?? this.#flagsBehind((this.#starts[entry] ?? 0) + (this.#lengths[entry] ?? 0));
  }

  #flagsBehind(end: number): string {
    if (this.#text.charCodeAt(end) !== STROKE) return '';
    let to = end + 1;
    while (to < this.#text.length && this.#text.charCodeAt(to) > SPACE) to++;
    return this.#text.slice(end + 1, to);
  }

  #is(entry: number, text: string, from: number, to: number, more: string): boolean {
    const length = to - from;
    if (this.#lengths[entry] !== length + more.length) return false;
    const start = this.#starts[entry] ?? 0;
    for (let i = 0; i < length; i++) if (this.#text.charCodeAt(start + i) !== text.charCodeAt(from + i)) return false;
    return more === '' || this.#text.startsWith(more, start + length);
  }

  #read(text: string): void {
    let space = -1;
    for (let start = 0, next = 0; start < text.length; start = next + 1) {
      next = endOf(text, '\n', start);
      if (space < start) space = endOf(text, ' ', start);
      const end = space < next ? beforeRemark(text, start, next) : next;
      if (end > start && text.charCodeAt(start) !== COMMENT) this.#readEntry(text, start, end);
    }
  }

  #readEntry(text: string, start: number, end: number): void {
    let hash = NO_LETTERS;
    let at = start;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === STROKE || code < SPACE) break;
      hash = withLetter(hash, code);
      const letters = at + 1 - start;
      if (letters === 4 || letters === 6 || letters === 8 || letters === 10) this.#begin(hash);
    }
    if (at > start && at - start <= LONGEST) this.#add(start, at, hash);
  }

  #add(start: number, to: number, hash: number): void {
    const known = this.find(hash, this.#text, start, to, '');
    if (known !== FREE) {
      this.#joined.set(known, joinFlags(this.flags(known), this.#flagsBehind(to)));
      return;
    }
    const entry = this.#count++;
    this.#starts[entry] = start;
    this.#lengths[entry] = to - start;
    this.#hashes[entry] = hash;
    const mask = this.#places.length - 1;
    let place = hash & mask;
    while (this.#places[place] !== FREE) place = (place + 1) & mask;
    this.#places[place] = entry;
  }

  #begin(hash: number): void {
    const bit = bitOf(hash);
    this.#beginnings[bit >> 5] = (this.#beginnings[bit >> 5] ?? 0) | (1 << (bit & 31));
  }
}

function bitOf(hash: number): number {
  return (hash >>> 3) & (BITS - 1);
}

function endOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

/** Where the one word of a line ends with its flags; at the start when there are several, or none. */
function beforeRemark(text: string, start: number, end: number): number {
  const line = text.slice(start, end);
  const entry = line.replace(REMARK, '').trimEnd();
  return entry.includes(' ') ? start : start + entry.length;
}

function linesOf(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function joinFlags(before: string, flags: string): string {
  if (before === '' || flags === '') return before + flags;
  return /^[\d,]+$/u.test(flags) ? `${before},${flags}` : before + flags;
}
