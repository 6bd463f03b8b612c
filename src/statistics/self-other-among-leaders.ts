import { mean } from './mean.ts';
import { standardDeviation } from './standard-deviation.ts';
import { viewOf } from './self-other.ts';
import type { SelfView } from './self-other.ts';

export interface RatedLeader {
  readonly self: number;
  readonly othersMean: number;
}

export interface RelativeView {
  /** The difference as a z-score among the leaders' differences. */
  readonly standardDifference: number;
  readonly view: SelfView;
  /** Agreement is good when both ratings are above their means, poor when both are below, else neither. */
  readonly agreement: 'good' | 'poor' | 'mixed' | null;
  readonly differenceOfStandardScores: number;
  readonly viewByStandardScores: SelfView;
}

export interface LeadersCompared {
  readonly meanDifference: number;
  readonly deviationOfDifference: number;
  readonly correlation: number;
  readonly leaders: readonly RelativeView[];
}

/**
 * Self-other agreement relative to the other leaders who took part; for analysis of an organisation with 20 or more.
 *
 * Categories: more than `band` standard deviations of the differences from their mean (Atwater and Yammarino 1992), and the
 * difference of z-scores (Fleenor, McCauley and Brutus 1996). Null when there is no variation to compare with.
 */
export function compareLeaders(rated: readonly RatedLeader[], band = 0.5): LeadersCompared | null {
  const self = standardised(rated.map((leader) => leader.self));
  const others = standardised(rated.map((leader) => leader.othersMean));
  const differences = standardised(rated.map((leader) => leader.self - leader.othersMean));
  if (self === null || others === null || differences === null) return null;
  const products = self.scores.map((score, i) => score * (others.scores[i] ?? 0));
  return {
    meanDifference: differences.mean,
    deviationOfDifference: differences.deviation,
    correlation: products.reduce((sum, product) => sum + product, 0) / (rated.length - 1),
    leaders: rated.map((_, i) => relativeView(differences.scores[i] ?? 0, self.scores[i] ?? 0, others.scores[i] ?? 0, band)),
  };
}

function relativeView(difference: number, self: number, others: number, band: number): RelativeView {
  const view = viewOf(difference, band);
  return {
    standardDifference: difference,
    view,
    agreement: view === 'in-agreement' ? agreementOf(self, others) : null,
    differenceOfStandardScores: self - others,
    viewByStandardScores: viewOf(self - others, band),
  };
}

function agreementOf(self: number, others: number): 'good' | 'poor' | 'mixed' {
  if (self > 0 && others > 0) return 'good';
  return self < 0 && others < 0 ? 'poor' : 'mixed';
}

interface Standardised {
  readonly mean: number;
  readonly deviation: number;
  readonly scores: readonly number[];
}

function standardised(values: readonly number[]): Standardised | null {
  const middle = mean(values);
  const deviation = standardDeviation(values);
  if (middle === null || deviation === null || deviation === 0) return null;
  return { mean: middle, deviation, scores: values.map((value) => (value - middle) / deviation) };
}
