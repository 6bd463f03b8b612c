import type { Channel, WeighedConfusion } from './confusions.ts';
import { RARE } from './lexicon.ts';
import { OPENING, type Token } from './tokens.ts';
import { confusionsOf, manyVariants, singleVariants, type Variant } from './variants.ts';
import type { WordChances } from './word-chances.ts';
import { seenLetters, shapedLike, shapeOf, type Shape } from './word-shape.ts';

type Word = Pick<Token, 'text' | 'opens' | 'hangs' | 'dotted'>;

/** A word that may have been meant: how it would stand there, and by how much it is likelier than what stands (ln of the ratio). */
export type Reading = { word: string; lead: number; confusions: WeighedConfusion[] };

/** A word nobody knows is changed when the reading is about ten times likelier; a known one must be plainly less likely. */
const LEAD_UNKNOWN = 0.8;
const LEAD_KNOWN = 0.8;
/** With such a lead the usual confusions of the document explain the word; rarer ones are not looked at. */
const LEAD_PLAIN = 4.5;
const LEAD_PLAIN_RARE = 8;
/** Short words have so many neighbours that all of them are looked at. */
const LONG = 5;
const LONGEST = 40;
/** A word as common as this, per million, is only doubted for confusions that the document is full of. */
const COMMON = 1;
const LEAD_OF_NEIGHBOURS = 6;
const MOST_COMPOUNDS = 200;
const SHORTEST_COMPOUND = 6;
/** A long word nobody knows is nearly always a compound with one letter wrong: all of those are looked at. */
const LONG_COMPOUND = 9;
const ALL_COMPOUNDS = 2000;
const CAPITAL_INSIDE = 0.03;

/** Finds what was meant. Keeps what it found: the same word is asked for again and again. */
export class WordChooser {
  readonly #thorough: boolean;
  readonly #channel: Channel;
  readonly #chances: WordChances;
  readonly #found = new Map<string, Reading[]>();
  readonly #quick = new Map<string, Reading | null>();

  /** A chooser that is not `thorough` looks at the document's usual confusions only. */
  constructor(channel: Channel, chances: WordChances, thorough: boolean) {
    this.#thorough = thorough;
    this.#channel = channel;
    this.#chances = chances;
  }

  /** The word to put in the place of the token, or null when it stays. */
  choose(token: Token): Reading | null {
    const least = this.#chances.asItStands(token) > RARE ? LEAD_KNOWN : LEAD_UNKNOWN;
    let best: Reading | null = null;
    for (const reading of this.readings(token)) {
      if (reading.word.length === 1 && (token.left === '' || token.right === '')) continue;
      const lead = reading.lead + this.#context(token, reading.word.toLowerCase());
      if (lead > least && lead > (best?.lead ?? -Infinity)) best = { ...reading, lead };
    }
    return best;
  }

  /** Whether something is a word, as it stands or once it is repaired. */
  isLikely(text: string): boolean {
    if (this.#chances.isWord(text)) return true;
    const [best] = this.readings({ text, opens: false, hangs: false, dotted: false });
    return best !== undefined && best.lead > 2 * LEAD_UNKNOWN && this.#chances.meant(best.word.toLowerCase(), 'small') > 0;
  }

  #context({ text, left: before, right, opens }: Token, word: string): number {
    const left = before === '' && opens ? OPENING : before;
    const { pair } = this.#chances.lexicon;
    const small = text.toLowerCase();
    return Math.log((pair(left, word) * pair(word, right)) / (pair(left, small) * pair(small, right)));
  }

  /** The likeliest reading through the document's own confusions alone; far quicker than all readings. */
  quick(text: string): Reading | null {
    const known = this.#quick.get(text);
    if (known !== undefined) return known;
    const { fits } = this.#chances.lexicon;
    const own = this.#chances.asItStands({ text, opens: false, hangs: false, dotted: false });
    const variants = manyVariants(text, this.#channel, { each: 4, total: 8, count: 60, fits });
    const [best = null] = this.#weigh(variants, { text, opens: false }, 'small', own).sort((a, b) => b.lead - a.lead);
    this.#quick.set(text, best);
    return best;
  }

  /** All readings of a token that come near, likeliest first. */
  readings(token: Word): Reading[] {
    const key = `${token.text} ${token.opens} ${token.hangs} ${token.dotted}`;
    const known = this.#found.get(key);
    if (known) return known;
    const found = this.#read(token);
    this.#found.set(key, found);
    return found;
  }

  #read(token: Word): Reading[] {
    const shape = shapeOf(token.text);
    const own = this.#chances.asItStands(token);
    const seen = seenLetters(token.text, shape);
    const worth = Math.log(MOST_CHANCE / own);
    const { fits } = this.#chances.lexicon;
    if (seen.length > LONGEST) return [];
    const known = this.#chances.isWord(token.text);
    const weigh = (variants: readonly Variant[]): Reading[] =>
      this.#weigh(variants, token, shape, own).sort((a, b) => b.lead - a.lead);
    if (own > COMMON) return weigh(manyVariants(seen, this.#channel, { each: 4.6, total: 5.2, count: 200, fits })).slice(0, 4);
    const found = weigh(manyVariants(seen, this.#channel, { each: 7, total: Math.min(14, worth), count: 1200, fits }));
    const plain = seen.length >= LONG && found[0] !== undefined && this.#isPlain(found[0], shape);
    if (!this.#thorough || plain) return found.slice(0, 4);
    const single = singleVariants(seen, this.#channel, Math.min(worth, 15.2), fits).sort((a, b) => a.cost - b.cost);
    const compounds = !known && seen.length >= LONG_COMPOUND && found.length === 0 ? ALL_COMPOUNDS : MOST_COMPOUNDS;
    found.push(...this.#weigh(single, token, shape, own, compounds));
    found.sort((a, b) => b.lead - a.lead);
    if (known || (found[0]?.lead ?? 0) >= LEAD_UNKNOWN) return found.slice(0, 4);
    return weigh(manyVariants(seen, this.#channel, { each: 9.2, total: Math.min(18, worth), count: 1200, fits })).slice(0, 4);
  }

  #isPlain({ word, lead }: Reading, shape: Shape): boolean {
    return lead >= (this.#chances.meant(word.toLowerCase(), shape) === RARE ? LEAD_PLAIN_RARE : LEAD_PLAIN);
  }

  /** Inside a sentence a capital speaks for a name, and against a word that is written small; nor is a small word likely to get one. */
  #capital(word: string, { text, opens }: Pick<Token, 'text' | 'opens'>, shape: Shape): number {
    if (opens) return 1;
    if (shape === 'small') return word.startsWith('I') && !text.startsWith('I') ? CAPITAL_INSIDE : 1;
    return shape === 'title' && !this.#chances.isTitle(word) ? CAPITAL_INSIDE : 1;
  }

  #weigh(
    variants: readonly Variant[],
    token: Pick<Token, 'text' | 'opens'>,
    shape: Shape,
    own: number,
    compounds = MOST_COMPOUNDS,
  ): Reading[] {
    const best = new Map<string, Reading>();
    const limit = Math.log(own);
    // What stands beside a common word may yet speak for another.
    const least = own > COMMON ? -LEAD_OF_NEIGHBOURS : -2;
    const keep = (variant: Variant, chance: number): void => {
      const word = shapedLike(variant.word, token, shape);
      const lead = Math.log(chance * this.#capital(word, token, shape)) - variant.cost - limit;
      if (
        lead > least &&
        word !== token.text &&
        (word.length > 1 || isLoneWord(word, token)) &&
        lead > (best.get(word)?.lead ?? least)
      )
        best.set(word, { word, lead, confusions: confusionsOf(variant) });
    };
    const unknown: Variant[] = [];
    for (const variant of variants) {
      const chance = this.#chances.meant(variant.word.toLowerCase(), shape);
      if (chance > 0) keep(variant, chance);
      else if (variant.word.length >= SHORTEST_COMPOUND) unknown.push(variant);
    }
    const known = Math.max(...[...best.values()].map(({ lead }) => lead - NEAR));
    for (const variant of unknown.slice(0, compounds)) {
      // They come cheapest first: no later one can be likelier than this.
      if (Math.log(MOST_CHANCE_OF_COMPOUND) - variant.cost - limit < Math.max(least, known)) break;
      const chance = this.#chances.meantCompound(variant.word.toLowerCase());
      if (chance > 0) keep(variant, chance);
    }
    return [...best.values()];
  }
}

/** Of words of one letter only "i" is looked for, and only inside a sentence: elsewhere letters name things. */
function isLoneWord(word: string, { text, opens }: Pick<Token, 'text' | 'opens'>): boolean {
  return word === 'i' && !opens && /^\p{Ll}$/u.test(text);
}

/** The chance of the commonest words of a language, per million, and of the commonest compounds. */
const MOST_CHANCE = 20_000;
const MOST_CHANCE_OF_COMPOUND = 0.05;
/** Readings that come less near than this are not chosen, whatever stands beside them. */
const NEAR = 5;
