import type { WordChooser } from './choose-word.ts';
import type { Token } from './tokens.ts';
import type { WordChances } from './word-chances.ts';
import { shapeOf, titled } from './word-shape.ts';

/** Chances that a scan loses a space, and that it puts one in. */
const GLUED = 0.01;
const TORN = 1e-4;
/** The least lead (ln of the ratio) for changing where words part. */
const LEAST_LEAD = 1.8;
/** A reading of the whole word with such a lead needs no cutting. */
const PLAIN_LEAD = 6;
/** Words this common, per million, may stand in a glued word; the short ones of a language are far commoner. */
const COMMON = 12;
const VERY_COMMON = 250;
const MOST_WORDS = 3;
/** The words that glue to others are the shortest and commonest; with one of them inside, less proof is asked for. */
const EVERYDAY = 1500;
const EVERYDAY_LEAD = -1;

type Cut = { words: string[]; chance: number };

/** Finds words that a scan ran together and words it tore apart. */
export class Seams {
  readonly #chooser: WordChooser;
  readonly #chances: WordChances;
  readonly #cuts = new Map<string, Cut | null>();

  constructor(chooser: WordChooser, chances: WordChances) {
    this.#chooser = chooser;
    this.#chances = chances;
  }

  /** The words that were run together in a word nobody knows, or null. `lead` is what another reading of it already has. */
  cut(token: Token, lead: number): string | null {
    const own = this.#chances.asItStands(token);
    if (
      own > 0.01 ||
      lead > PLAIN_LEAD ||
      this.#chances.isWord(token.text) ||
      token.text.length < 3 ||
      token.text.length > 30 ||
      /[^\p{L}&]/u.test(token.text)
    )
      return null;
    const found = this.#cutUp(token.text.toLowerCase(), MOST_WORDS);
    if (!found || found.words.length < 2) return null;
    const least = found.words.some((word) => word.length <= 3 && this.#chances.lexicon.frequency(word) >= EVERYDAY)
      ? EVERYDAY_LEAD
      : LEAST_LEAD;
    if (Math.log(found.chance / own) < Math.max(least, lead)) return null;
    const text = found.words.join(' ');
    return shapeOf(token.text) === 'small' ? text : titled(text);
  }

  #cutUp(text: string, most: number): Cut | null {
    const known = this.#cuts.get(`${text} ${most}`);
    if (known !== undefined) return known;
    let best = this.#piece(text);
    for (let at = 1; most > 1 && at < text.length; at++) {
      const first = this.#piece(text.slice(0, at));
      const rest = first && this.#cutUp(text.slice(at), most - 1);
      if (!first || !rest) continue;
      const chance = first.chance * rest.chance * 1e-6 * GLUED;
      if (chance > (best?.chance ?? 0)) best = { words: [...first.words, ...rest.words], chance };
    }
    this.#cuts.set(`${text} ${most}`, best);
    return best;
  }

  /** One of the words, as it stands or as it reads. Of single letters only the word "i" or "a" is one. */
  #piece(text: string): Cut | null {
    if (text.length === 1)
      return text === (this.#chances.lexicon.language === 'da' ? 'i' : 'a') ? { words: [text], chance: 5000 } : null;
    const least = text.length <= 3 ? VERY_COMMON : COMMON;
    const usual = this.#chances.lexicon.frequency(text);
    if (usual >= least) return { words: [text], chance: usual };
    const reading = text.length < 4 || usual > 0 ? null : this.#chooser.quick(text);
    const chance = reading && reading.lead > LEAST_LEAD ? this.#chances.lexicon.frequency(reading.word) : 0;
    return reading && chance >= least ? { words: [reading.word], chance: chance / 10 } : null;
  }

  /** What two words were before they were torn apart, or null. */
  join(left: Token, right: Token): string | null {
    const owns = [left, right].map((token) => this.#chances.asItStands(token));
    if (Math.min(...owns) > 0.01 || left.text.length + right.text.length > 30) return null;
    if (!/^\p{L}[^\s]*$/u.test(left.text) || /^\p{Lu}/u.test(right.text)) return null;
    const [first, second] = [left, right].map((token, i) => Math.max(owns[i] ?? 0, this.#chance(token.text.toLowerCase())));
    const text = (left.text + right.text).toLowerCase();
    const whole = this.#chance(text);
    if (whole <= 0.01 || first === undefined || second === undefined) return null;
    if (Math.log((whole * TORN) / (first * second * 1e-6)) < LEAST_LEAD) return null;
    const joined = this.#chances.meant(text, 'small') > 0 ? text : (this.#chooser.quick(text)?.word ?? text);
    return shapeOf(left.text) === 'small' ? joined : titled(joined);
  }

  /** The chance of a word as it stands or as it reads, what was confused taken into account. */
  #chance(text: string): number {
    const own = this.#chances.asItStands({ text, opens: false, hangs: false, dotted: false });
    const reading = own > 1 ? null : this.#chooser.quick(text);
    return reading && reading.lead > 0 ? own * Math.exp(reading.lead) : own;
  }
}
