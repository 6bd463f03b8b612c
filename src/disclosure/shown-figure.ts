import { wholeTenths } from './whole-tenths.ts';

/** What a reader may see of one item or theme in one group, as data; words and rounding of shares are the page's. */
export type ShownFigure<Spread extends string = string> =
  | { readonly kind: 'hidden' }
  | ({ readonly n: number } & ShownMean)
  | { readonly kind: 'shares'; readonly n: number; readonly counts: readonly [low: number, middle: number, high: number] }
  | {
      readonly kind: 'distribution';
      readonly n: number;
      readonly mean: ShownMean;
      readonly counts: readonly number[];
      readonly spread: Spread | null;
    };

/** A mean with one decimal, or the band at an end of the scale that stands for every mean up to its limit. */
export type ShownMean =
  | { readonly kind: 'mean'; readonly value: number }
  | { readonly kind: 'floor'; readonly limit: number }
  | { readonly kind: 'ceiling'; readonly limit: number };

export interface FigureInput<Spread extends string = string> {
  /** Answers behind it: the least over the theme's items, so that items of a theme do not differ. */
  readonly n: number;
  /** The unrounded mean on the scale. */
  readonly mean: number;
  /** Answers per option, lowest first; null for a theme figure that has none. */
  readonly counts: readonly number[] | null;
  readonly scale: { readonly lowest: number; readonly highest: number };
  /** What the round shows for 10-19 answers, chosen before launch. */
  readonly midDisplay: 'mean' | 'shares';
  /** The word for the spread of the answers; passed on from 20 answers. */
  readonly spread?: Spread | null;
  /** The round's threshold, 5 or more. */
  readonly k?: number;
}

/** From how many answers the display of the middle sort and the whole distribution are shown. */
export const SHARES_FROM = 10;
export const DISTRIBUTION_FROM = 20;

/**
 * What may be shown of a figure: nothing below k, a mean from k, mean or three shares from 10, the distribution from 20.
 *
 * A mean of up to lowest + 2/n is shown as a band, since it could tell that nobody answered above the second option; the same at
 * the top. Throws when n is no count, the mean is off the scale, or shares are asked for without counts.
 */
export function shownFigure<Spread extends string = string>(input: FigureInput<Spread>): ShownFigure<Spread> {
  const { n, counts, midDisplay } = input;
  requireInput(input);
  if (n < (input.k ?? 5)) return { kind: 'hidden' };
  const mean = shownMean(input.mean, n, input.scale);
  if (n >= DISTRIBUTION_FROM && counts) {
    return { kind: 'distribution', n, mean, counts, spread: input.spread ?? null };
  }
  if (n >= SHARES_FROM && n < DISTRIBUTION_FROM && midDisplay === 'shares') {
    if (!counts) throw new RangeError('Shares need the counts per option.');
    return { kind: 'shares', n, counts: threeWay(counts) };
  }
  return { n, ...mean };
}

/** The mean with one decimal, or the band when what would be shown lies in it. */
export function shownMean(mean: number, n: number, scale: { lowest: number; highest: number }): ShownMean {
  // Tenths as whole numbers; 2/n rounded up to a tenth is ceil(20/n) tenths.
  const reach = Math.ceil(20 / n);
  const tenths = wholeTenths(mean);
  if (tenths <= scale.lowest * 10 + reach) return { kind: 'floor', limit: (scale.lowest * 10 + reach) / 10 };
  if (tenths >= scale.highest * 10 - reach) return { kind: 'ceiling', limit: (scale.highest * 10 - reach) / 10 };
  return { kind: 'mean', value: tenths / 10 };
}

function threeWay(counts: readonly number[]): [number, number, number] {
  const middle = (counts.length - 1) / 2;
  const shares: [number, number, number] = [0, 0, 0];
  counts.forEach((count, option) => (shares[option < middle ? 0 : option > middle ? 2 : 1] += count));
  return shares;
}

function requireInput(input: FigureInput): void {
  const { n, mean, counts, scale, k = 5 } = input;
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is not a number of answers.`);
  if (!Number.isInteger(k) || k < 5) throw new RangeError(`The threshold may be raised, not lowered to ${k}.`);
  if (n < k) return;
  if (!(mean >= scale.lowest && mean <= scale.highest)) throw new RangeError('The mean is not on the scale.');
  if (counts && counts.length !== scale.highest - scale.lowest + 1) throw new RangeError('The counts do not fit the scale.');
  if (counts && counts.reduce((sum, count) => sum + count, 0) < n) throw new RangeError('There are fewer counts than answers.');
}
