import { LetterRuns } from './letter-runs.ts';
import { readStems } from './stems.ts';
import { flagsIn, readAffixRules, type AffixRules, type Ending, type SuffixStep } from './affix-rules.ts';

/** What a form may be: a word by itself, or the first, a middle or the last part of a compound. Bits of one number. */
export const WHOLE = 1;
export const FIRST = 2;
export const MIDDLE = 4;
export const LAST = 8;

export type Form = { uses: number; stem: string };

/** A compound's parts have at least three letters, or the language would be full of words nobody knows. */
const SHORTEST_PART = 3;
const MOST_PARTS = 3;
const LONGEST_WORD = 60;

/** Endings that change the same letters. `before` are the letters one of them can stand behind; null is any letter. */
type SameChange = { strip: string; before: Set<string> | null; endings: Ending[] };

/**
 * The words of a Hunspell dictionary with their endings and compounds. Reads a dictionary in a fraction of a second and answers in
 * microseconds also for what is no word, which the repair of a scan asks for hundreds of thousands of times.
 */
export class WordForms {
  readonly #stems: Map<string, string>;
  readonly #rules: AffixRules;
  readonly #endings = new Map<string, Map<string, SameChange>>();
  readonly #longest: number;
  readonly #known = new Map<string, Form | null>();
  readonly #flagSets = new Map<string, ReadonlySet<string>>();
  readonly #runs: LetterRuns;

  constructor(aff: string, dic: string) {
    this.#rules = readAffixRules(aff);
    this.#stems = readStems(dic);
    for (const ending of this.#rules.endings) {
      const same = this.#endings.get(ending.append) ?? new Map<string, SameChange>();
      this.#endings.set(ending.append, same);
      const change = same.get(ending.strip) ?? { strip: ending.strip, before: new Set(), endings: [] };
      same.set(ending.strip, change);
      change.endings.push(ending);
      change.before = change.before && widen(change.before, lettersBefore(ending.steps[0], ending.strip));
    }
    const { endings, prefixes } = this.#rules;
    const longest = Math.max(0, ...endings.map(({ strip }) => strip.length));
    const appends = new Set([...endings, ...prefixes].map(({ append }) => append));
    this.#runs = new LetterRuns(this.#stems.keys(), appends, longest);
    this.#longest = Math.max(0, ...[...this.#endings.keys()].map((append) => append.length));
  }

  /** A form of one word, not made of several, exactly as written; null when there is none. */
  form(word: string): Form | null {
    if (word.length > LONGEST_WORD || !this.#runs.allows(word)) return null;
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const found = this.#find(word);
    if (this.#known.size > 400_000) this.#known.clear();
    this.#known.set(word, found);
    return found;
  }

  /** Whether letters may stand so in a word: threes of them that end at `from` or later are compared with those of the dictionary. */
  fits(word: string, from: number): boolean {
    return this.#runs.fits(word, from);
  }

  /** The parts of a compound, the fewest that will do; null when the word is none. */
  parts(word: string, most = MOST_PARTS): Form[] | null {
    if (word.length > LONGEST_WORD) return null;
    for (let count = 2; count <= most; count++) {
      const found = this.#split(word, FIRST, count);
      if (found) return found;
    }
    return null;
  }

  #split(word: string, use: number, count: number): Form[] | null {
    if (count === 1) {
      const last = this.form(word);
      return last && (last.uses & LAST) !== 0 ? [last] : null;
    }
    for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
      const first = this.form(word.slice(0, at));
      if (!first || (first.uses & use) === 0) continue;
      const rest = this.#split(word.slice(at), MIDDLE, count - 1);
      if (rest) return [first, ...rest];
    }
    return null;
  }

  #find(word: string): Form | null {
    const found: Form = { uses: 0, stem: word };
    const own = this.#stems.get(word);
    if (own !== undefined) found.uses |= this.#usesOf(this.#flags(own));
    for (let length = Math.min(this.#longest, word.length - 1); length >= 0; length--) {
      const same = this.#endings.get(length === 0 ? '' : word.slice(-length));
      if (!same) continue;
      const body = length === 0 ? word : word.slice(0, -length);
      const end = body.slice(-1);
      for (const { strip, before, endings } of same.values())
        if (before === null || before.has(end)) this.#tryEndings(body + strip, endings, found);
    }
    if (found.uses === 0 && !this.#rules.numeric) this.#tryPrefixes(word, found);
    return found.uses === 0 ? null : found;
  }

  #tryEndings(stem: string, endings: readonly Ending[], found: Form): void {
    const entry = this.#stems.get(stem);
    if (entry === undefined) return;
    const flags = this.#flags(entry);
    for (const ending of endings) {
      if (!flags.has(ending.first) || !applies(stem, ending)) continue;
      const uses = this.#usesOf(ending.carries);
      if (found.uses === 0) found.stem = stem;
      found.uses |= uses;
    }
  }

  #tryPrefixes(word: string, found: Form): void {
    for (const { flag, append, strip } of this.#rules.prefixes) {
      if (append.length < 2 || !word.startsWith(append)) continue;
      const stem = strip + word.slice(append.length);
      const base = this.form(stem);
      const entry = base ? this.#stems.get(base.stem) : undefined;
      if (!base || entry === undefined || !this.#flags(entry).has(flag)) continue;
      found.uses |= base.uses & WHOLE;
      found.stem = base.stem;
    }
  }

  /** Thousands of words share their flags. */
  #flags(entry: string): ReadonlySet<string> {
    const known = this.#flagSets.get(entry);
    if (known) return known;
    const made = new Set(flagsIn(entry, this.#rules.numeric));
    this.#flagSets.set(entry, made);
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

function widen(letters: Set<string>, more: readonly string[] | null): Set<string> | null {
  if (more === null) return null;
  for (const letter of more) letters.add(letter);
  return letters;
}

/** The letters that may stand before what an ending strips, where its condition names them one by one; null is any letter. */
function lettersBefore(step: SuffixStep | undefined, strip: string): string[] | null {
  const tokens = step?.condition?.source.replace(/\$$/u, '').match(/\[[^\]]*\]|./gu) ?? [];
  const token = tokens[tokens.length - 1 - strip.length];
  if (token === undefined || token === '.' || token.startsWith('[^')) return null;
  return [...token.replace(/^\[|\]$/gu, '')];
}

function applies(stem: string, ending: Ending): boolean {
  let form = stem;
  for (const { strip, append, condition } of ending.steps) {
    if (!form.endsWith(strip) || (condition !== null && !condition.test(form))) return false;
    form = form.slice(0, form.length - strip.length) + append;
  }
  return true;
}
