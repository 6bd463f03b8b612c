/**
 * Words that were met in running text, and which of them stand side by side there. `met` tells beside how many different words each
 * was seen, which goes with how common it is; `next` holds for each word the places in the list of those seen behind it, each as the
 * distance from the one before, in base 36.
 */
export type PairTable = { words: string; met: string; next: string };

const PLAIN_WORD = /^\p{L}+(?:['’-]\p{L}+)*$/u;
const FEWEST_MET = 2;
/** A word is a name when it has a capital more than this many times as often. */
const NAME = 8;
/** Single letters that are words; others are abbreviations. */
const LETTER_WORDS = new Set(['i', 'å', 'ø', 'I', 'Å', 'Ø']);

/** Makes the table from pairs of words as written; signs round the words are taken off, and pairs over the end of a sentence left out. */
export function tableOf(written: readonly string[]): PairTable {
  const pairs = written.map((pair) => pair.split(' ')).filter((pair) => pair.length === 2);
  const forms = new Map<string, number>();
  for (const word of pairs.flat().map(bare)) if (word !== null) forms.set(word, (forms.get(word) ?? 0) + 1);
  const met = new Map<string, number>();
  for (const [form, count] of forms) {
    const word = usualForm(form, forms);
    met.set(word, (met.get(word) ?? 0) + count);
  }
  const words = [...met].filter(([, count]) => count >= FEWEST_MET).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const places = new Map(words.map(([word], index) => [word, index]));
  const next = words.map(() => new Set<number>());
  for (const [left = '', right = ''] of pairs) {
    const [first, second] = /[.,:;!?()"”]$/u.test(left) ? [null, null] : [bare(left), bare(right)];
    const from = first === null ? undefined : places.get(usualForm(first, forms));
    const to = second === null ? undefined : places.get(usualForm(second, forms));
    if (from !== undefined && to !== undefined) next[from]?.add(to);
  }
  return {
    words: words.map(([word]) => word).join(' '),
    met: words.map(([, count]) => count.toString(36)).join(' '),
    next: next.map(distances).join(','),
  };
}

function bare(word: string): string | null {
  const letters = word.replace(/^[.,:;!?()"”“»«]+|[.,:;!?()"”“»«]+$/gu, '');
  return PLAIN_WORD.test(letters) && (letters.length > 1 || LETTER_WORDS.has(letters)) ? letters : null;
}

/** In small letters, unless it is seen with a capital nearly always. */
function usualForm(word: string, forms: ReadonlyMap<string, number>): string {
  const small = word.toLowerCase();
  const title = small.charAt(0).toUpperCase() + small.slice(1);
  const capitals = small.toUpperCase();
  const large = (forms.get(title) ?? 0) + (title === capitals ? 0 : (forms.get(capitals) ?? 0));
  return (forms.get(small) ?? 0) * NAME >= large ? small : title;
}

function distances(places: ReadonlySet<number>): string {
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.map((place, index) => (place - (sorted[index - 1] ?? 0)).toString(36)).join(' ');
}

/** What is asked of a table: beside how many words one was met, how many are in it in all, and whether one was seen behind another. */
export class MetWords {
  readonly #places = new Map<string, number>();
  readonly #met: number[];
  readonly #next: string[];
  readonly #read = new Map<number, ReadonlySet<number>>();
  readonly pairs: number;

  constructor({ words, met, next }: PairTable) {
    words.split(' ').forEach((word, place) => this.#places.set(word, place));
    this.#met = met.split(' ').map((count) => parseInt(count, 36));
    this.#next = next.split(',');
    this.pairs = words === '' ? 0 : this.#met.reduce((sum, count) => sum + count, 0) / 2;
  }

  /** Beside how many words a word was met, exactly as written; 0 when it was not. */
  met(word: string): number {
    const place = this.#places.get(word);
    return place === undefined ? 0 : (this.#met[place] ?? 0);
  }

  /** Whether the second was seen behind the first. */
  follow(left: string, right: string): boolean {
    const [from, to] = [this.#places.get(left), this.#places.get(right)];
    return from !== undefined && to !== undefined && this.#behind(from).has(to);
  }

  /** How many words were seen behind a word. */
  fan(left: string): number {
    const place = this.#places.get(left);
    return place === undefined ? 0 : this.#behind(place).size;
  }

  #behind(place: number): ReadonlySet<number> {
    const known = this.#read.get(place);
    if (known) return known;
    const found = new Set<number>();
    let at = 0;
    for (const step of (this.#next[place] ?? '').split(' ')) if (step !== '') found.add((at += parseInt(step, 36)));
    this.#read.set(place, found);
    return found;
  }
}
