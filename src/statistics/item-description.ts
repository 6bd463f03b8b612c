import { mean } from './mean.ts';
import { median } from './median.ts';
import { standardDeviation } from './standard-deviation.ts';
import { optionsOf, requireOnScale } from './scale.ts';
import type { Scale } from './scale.ts';
import { wholePercents } from './whole-percents.ts';

export interface ItemDescription {
  readonly answered: number;
  readonly missing: number;
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly median: number | null;
  readonly least: number | null;
  readonly greatest: number | null;
  readonly counts: readonly number[];
  readonly percents: readonly number[] | null;
  readonly wholePercents: readonly number[] | null;
  readonly percentUnfavourable: number | null;
  readonly percentNeutral: number | null;
  readonly percentFavourable: number | null;
}

/**
 * Describes the answers to one item; null among the answers is a skip or "don't know" and is never in a denominator.
 *
 * `favourable` lists the options that count as favourable; their mirror images count as unfavourable, the rest as neutral.
 * Every figure is unrounded but `wholePercents`. Without answers all figures are null; with one the deviation is.
 * Throws on an answer that is not on the scale.
 */
export function describeItem(answers: readonly (number | null)[], scale: Scale, favourable: readonly number[]): ItemDescription {
  const given = answers.filter((answer) => answer !== null);
  requireOnScale(given, scale);
  const counts = countOptions(given, scale);
  const unfavourable = favourable.map((option) => scale.lowest + scale.highest - option);
  const good = percentIn(given, favourable);
  const bad = percentIn(given, unfavourable);
  return {
    answered: given.length,
    missing: answers.length - given.length,
    mean: mean(given),
    deviation: standardDeviation(given),
    median: median(given),
    least: given.length === 0 ? null : Math.min(...given),
    greatest: given.length === 0 ? null : Math.max(...given),
    counts,
    percents: given.length === 0 ? null : counts.map((count) => (100 * count) / given.length),
    wholePercents: wholePercents(counts),
    percentUnfavourable: bad,
    percentNeutral: percentIn(given, neutralOptions(scale, favourable, unfavourable)),
    percentFavourable: good,
  };
}

/** How many of the answers took each option, lowest option first. */
export function countOptions(answers: readonly number[], scale: Scale): number[] {
  const counts = new Array<number>(optionsOf(scale)).fill(0);
  for (const answer of answers) counts[answer - scale.lowest] = (counts[answer - scale.lowest] ?? 0) + 1;
  return counts;
}

function percentIn(answers: readonly number[], options: readonly number[]): number | null {
  if (answers.length === 0) return null;
  return (100 * answers.filter((answer) => options.includes(answer)).length) / answers.length;
}

function neutralOptions(scale: Scale, favourable: readonly number[], unfavourable: readonly number[]): number[] {
  const all = Array.from({ length: optionsOf(scale) }, (_, i) => scale.lowest + i);
  return all.filter((option) => !favourable.includes(option) && !unfavourable.includes(option));
}
