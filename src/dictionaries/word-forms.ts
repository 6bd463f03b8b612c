import { LetterRuns } from './letter-runs.ts';
import { NO_LETTERS, Stems, withLetter, withLetters } from './stems.ts';
import { applies, EndingTree } from './ending-tree.ts';
import { LONGEST_WORD, WordView } from './word-view.ts';
import { flagsIn, readAffixRules, type AffixRules, type Ending } from './affix-rules.ts';

/** What a form may be: a word by itself, or the first, a middle or the last part of a compound. Bits of one number. */
export const WHOLE = 1;
export const FIRST = 2;
export const MIDDLE = 4;
export const LAST = 8;

export type Form = { uses: number; stem: string };

/** A compound's parts have at least three letters, or the language would be full of words nobody knows. */
const SHORTEST_PART = 3;
const MOST_PARTS = 3;

/** The stem is the word itself. */
const ITSELF = -1;
const NOT_ASKED = 255;

/**
 * The words of a Hunspell dictionary with their endings and compounds. Reads a dictionary in a tenth of a second and answers in less
 * than a microsecond also for what is no word, which the repair of a scan asks for hundreds of thousands of times.
 */
export class WordForms {
  readonly #stems: Stems;
  readonly #rules: AffixRules;
  readonly #endings: EndingTree;
  readonly #runs: LetterRuns;
  readonly #marks = new Map<string, Marks>();
  readonly #marksOf: (Marks | undefined)[] = [];
  /** The word that is looked at, from each of its letters on. */
  readonly #views = Array.from({ length: LONGEST_WORD + 1 }, () => new WordView());
  /** For a compound that is looked at: the uses of each stretch of it. */
  readonly #stretches = new Uint8Array((LONGEST_WORD + 1) ** 2);
  readonly #longest: number;
  readonly #carried: ReadonlyMap<ReadonlySet<string>, number>;
  #stem = ITSELF;

  constructor(aff: string, dic: string) {
    this.#rules = readAffixRules(aff);
    this.#stems = new Stems(dic);
    const { endings, prefixes } = this.#rules;
    this.#endings = new EndingTree(endings);
    this.#carried = new Map(endings.map(({ carries }) => [carries, this.#usesOf(carries)]));
    this.#longest = Math.max(0, ...endings.map(({ append }) => append.length));
    const stripped = Math.max(0, ...endings.map(({ strip }) => strip.length));
    const appends = new Set([...endings, ...prefixes].map(({ append }) => append));
    this.#runs = new LetterRuns(this.#stems, appends, stripped);
  }

  /** A form of one word, not made of several, exactly as written; null when there is none. */
  form(word: string): Form | null {
    if (word.length > LONGEST_WORD) return null;
    const uses = this.#uses(word, 0, word.length);
    if (uses > 0) return { uses, stem: this.#stem === ITSELF ? word : this.#stems.word(this.#stem) };
    return this.#rules.numeric || this.#runs.reach(word, 0) < word.length ? null : this.#prefixed(word);
  }

  /** Whether a word of the dictionary takes the endings of one of these flags. */
  takes(word: string, flags: readonly string[]): boolean {
    const own = this.#flagsOf(word)?.flags;
    return own !== undefined && flags.some((flag) => own.has(flag));
  }

  /** Lets `refuses` say no of words that are none of the dictionary. */
  welcome(words: Iterable<string>): void {
    for (const word of words) {
      this.#runs.welcome(word);
      this.#stems.welcome(word);
    }
  }

  /** True only when a word is sure to be no form of the dictionary, and none that is welcome: far quicker than to look for it. */
  refuses(word: string): boolean {
    if (word.length > LONGEST_WORD) return true;
    const view = this.#view(word, 0);
    return view.runs < word.length || view.begins < word.length - this.#longest;
  }

  /** Whether letters may stand so in a word: threes of them that end from `from` up to `to` are compared with those of the dictionary. */
  fits(word: string, from: number, to: number): boolean {
    return this.#runs.fits(word, from, to);
  }

  /** The parts of a compound, the fewest that will do; null when the word is none. */
  parts(word: string, most = MOST_PARTS): Form[] | null {
    if (word.length > LONGEST_WORD) return null;
    this.#stretches.fill(NOT_ASKED, 0, (word.length + 1) ** 2);
    for (let count = 2; count <= most; count++) {
      const found = this.#split(word, 0, FIRST, count);
      if (found) return found.flatMap((part) => this.form(part) ?? []);
    }
    return null;
  }

  #split(word: string, from: number, use: number, count: number): string[] | null {
    if (count === 1) return (this.#stretch(word, from, word.length) & LAST) !== 0 ? [word.slice(from)] : null;
    for (let at = word.length - SHORTEST_PART; at >= from + SHORTEST_PART; at--) {
      if ((this.#stretch(word, from, at) & use) === 0) continue;
      const rest = this.#split(word, at, MIDDLE, count - 1);
      if (rest) return [word.slice(from, at), ...rest];
    }
    return null;
  }

  #stretch(word: string, from: number, to: number): number {
    const place = from * (word.length + 1) + to;
    const known = this.#stretches[place] ?? NOT_ASKED;
    if (known !== NOT_ASKED) return known;
    const uses = this.#uses(word, from, to);
    this.#stretches[place] = uses;
    return uses;
  }

  /** What a stretch of letters may be, prefixes left aside; 0 when it is nothing. Its stem is kept. */
  #uses(word: string, from: number, to: number): number {
    const view = this.#view(word, from);
    if (to > view.runs || to - this.#longest > view.begins) return 0;
    const own = to > view.begins ? -1 : this.#stems.find(view.hashes[to - from] ?? 0, word, from, to, '');
    let uses = own < 0 ? 0 : this.#flags(own).uses;
    this.#stem = ITSELF;
    const ends = this.#endings.endsOf(word, from, to);
    for (let length = ends.length - 1; length >= Math.max(0, to - view.begins); length--) {
      const end = to - length;
      const letter = word.charCodeAt(end - 1);
      for (const { strip, before, endings } of ends[length] ?? []) {
        if (before !== null && !before.has(letter)) continue;
        const entry = this.#stems.find(withLetters(view.hashes[end - from] ?? 0, strip), word, from, end, strip);
        if (entry >= 0) uses = this.#withEndings(entry, endings, uses);
      }
    }
    return uses;
  }

  #view(word: string, from: number): WordView {
    const view = this.#views[from] ?? new WordView();
    if (view.word === word) return view;
    view.word = word;
    view.runs = this.#runs.reach(word, from);
    let hash = NO_LETTERS;
    for (let i = from; i < view.runs; i++) view.hashes[i - from + 1] = hash = withLetter(hash, word.charCodeAt(i));
    view.begins = from + this.#stems.reach(view.hashes, view.runs - from);
    return view;
  }

  #withEndings(entry: number, endings: readonly Ending[], before: number): number {
    const { flags } = this.#flags(entry);
    let uses = before;
    for (const ending of endings) {
      if (!flags.has(ending.first) || !applies(this.#stems.word(entry), ending)) continue;
      if (uses === 0) this.#stem = entry;
      uses |= this.#carried.get(ending.carries) ?? this.#usesOf(ending.carries);
    }
    return uses;
  }

  #prefixed(word: string): Form | null {
    const found: Form = { uses: 0, stem: word };
    for (const { flag, append, strip } of this.#rules.prefixes) {
      if (append.length < 2 || !word.startsWith(append)) continue;
      const base = this.form(strip + word.slice(append.length));
      if (!base || !this.#flagsOf(base.stem)?.flags.has(flag)) continue;
      found.uses |= base.uses & WHOLE;
      found.stem = base.stem;
    }
    return found.uses === 0 ? null : found;
  }

  #flagsOf(stem: string): Marks | null {
    const entry = this.#stems.find(withLetters(NO_LETTERS, stem), stem, 0, stem.length, '');
    return entry < 0 ? null : this.#flags(entry);
  }

  /** Thousands of words share their flags. */
  #flags(entry: number): Marks {
    const known = this.#marksOf[entry];
    if (known) return known;
    const written = this.#stems.flags(entry);
    const flags = new Set(flagsIn(written, this.#rules.numeric));
    const made = this.#marks.get(written) ?? { flags, uses: this.#usesOf(flags) };
    this.#marks.set(written, made);
    this.#marksOf[entry] = made;
    return made;
  }

  #usesOf(flags: ReadonlySet<string>): number {
    let uses = WHOLE;
    for (const flag of flags) {
      const special = this.#rules.special.get(flag);
      if (special === 'FORBIDDENWORD') return 0;
      if (special === 'NEEDAFFIX' || special === 'ONLYINCOMPOUND') uses &= ~WHOLE;
      else if (special === 'COMPOUNDBEGIN') uses |= FIRST;
      else if (special === 'COMPOUNDMIDDLE') uses |= MIDDLE;
      else if (special === 'COMPOUNDEND') uses |= LAST;
    }
    return uses;
  }
}

/** Flags of a word, and what it may be by them. */
type Marks = { flags: ReadonlySet<string>; uses: number };
