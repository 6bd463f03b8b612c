import { mean } from './mean.ts';
import { median } from './median.ts';
import { standardDeviation } from './standard-deviation.ts';

export interface UnitResponse {
  readonly answered: number;
  readonly invited: number;
}

/** Throws unless 0 <= answered <= invited, both whole: more answers than invited is an error in the data. */
export function requireResponse(response: UnitResponse): void {
  const { answered, invited } = response;
  if (!Number.isInteger(answered) || !Number.isInteger(invited) || answered < 0 || invited < answered) {
    throw new RangeError(`${answered} answers of ${invited} invited cannot be right.`);
  }
}

/**
 * Answers divided by invited, 0 to 1; null when nobody was invited.
 *
 * Invited = reachable and still employed at closing. Source: AAPOR standard definitions (state the denominator).
 */
export function responseRate(response: UnitResponse): number | null {
  requireResponse(response);
  return response.invited === 0 ? null : response.answered / response.invited;
}

/** The response rate of all units together; null when nobody was invited. */
export function jointResponseRate(units: readonly UnitResponse[]): number | null {
  units.forEach(requireResponse);
  const answered = units.reduce((sum, unit) => sum + unit.answered, 0);
  const invited = units.reduce((sum, unit) => sum + unit.invited, 0);
  return responseRate({ answered, invited });
}

/**
 * The R-indicator 1 - 2 sd(rates), each invited person carrying the rate of the unit; 1 when all units answered alike.
 *
 * Null for fewer than two invited. Source: Schouten, Cobben and Bethlehem 2009, Survey Methodology 35.
 */
export function representativity(units: readonly UnitResponse[]): number | null {
  const rates = units.flatMap((unit) => new Array<number>(unit.invited).fill(responseRate(unit) ?? 0));
  const spread = standardDeviation(rates);
  return spread === null ? null : 1 - 2 * spread;
}

/** One weight per unit, invited / answered; null for a unit without answers. */
export function unitWeights(units: readonly UnitResponse[]): (number | null)[] {
  return units.map((unit) => {
    requireResponse(unit);
    return unit.answered === 0 ? null : unit.invited / unit.answered;
  });
}

/** The weights, none above twice the median weight; the median is taken over respondents. */
export function cappedWeights(units: readonly UnitResponse[]): (number | null)[] {
  const weights = unitWeights(units);
  const middle = median(spreadOverRespondents(units, weights));
  return weights.map((weight) => (weight === null || middle === null ? null : Math.min(weight, 2 * middle)));
}

/** Kish's design effect n sum(w^2) / (sum w)^2 over respondents, 1 or more; null without answers. Source: Kish 1965. */
export function designEffect(units: readonly UnitResponse[]): number | null {
  const weights = spreadOverRespondents(units, unitWeights(units));
  const average = mean(weights);
  const square = mean(weights.map((weight) => weight * weight));
  return average === null || square === null ? null : square / average ** 2;
}

/** How many answers counted alike would be worth as much as these weighted ones; null without answers. */
export function effectiveAnswers(units: readonly UnitResponse[]): number | null {
  const effect = designEffect(units);
  return effect === null ? null : units.reduce((sum, unit) => sum + unit.answered, 0) / effect;
}

function spreadOverRespondents(units: readonly UnitResponse[], weights: readonly (number | null)[]): number[] {
  return units.flatMap((unit, i) => {
    const weight = weights[i] ?? null;
    return weight === null ? [] : new Array<number>(unit.answered).fill(weight);
  });
}
