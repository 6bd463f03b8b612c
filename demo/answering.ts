import type { Blueprint } from './blueprint.ts';
import { variance, type Effects, type ItemTraits } from './effects.ts';
import { dontKnow, skipped } from './organisation.ts';
import type { Random } from './random.ts';

const cuts = [-1.85, -1.25, -0.5, 0.72] as const;
const noiseSd = 0.62;
const straightLiners = 0.04;
const breakOffs = 0.03;
const responseRate = 0.78;
const responseByTheta = 0.25;
const responseUnitSd = 0.35;
/** Of the answers a person leaves out, how many are a crossed 'ved ikke' (the rest are passed over); an assumption. */
const shareDontKnow = 0.8;

function cutToScale(eta: number): number {
  return 1 + Number(eta > cuts[0]) + Number(eta > cuts[1]) + Number(eta > cuts[2]) + Number(eta > cuts[3]);
}

/**
 * Which raters answer, per rater 1 or 0: logit P = logit(.78) + .25 theta + N(0, .35) per unit, so the satisfied answer a little more.
 * In units with a planted number exactly so many of the members answer, the likeliest first.
 */
export function drawResponse(
  units: readonly Blueprint[],
  slotOf: Int32Array,
  ratedUnit: Int32Array,
  effects: Effects,
  random: Random,
): Uint8Array {
  const base = Math.log(responseRate / (1 - responseRate));
  const ofUnit = Float64Array.from(units, () => random.normal(responseUnitSd));
  const will = Float64Array.from(slotOf, (slot, rater) => {
    const unit = ratedUnit[rater] ?? -1;
    const theta = effects.total(unit) + (effects.halo[slot] ?? 0);
    return base + responseByTheta * theta + (ofUnit[unit] ?? 0) + random.logistic();
  });
  const responded = Uint8Array.from(will, (value) => Number(value > 0));
  units.forEach(({ planted }, unit) => {
    if (planted === undefined) return;
    const raters = [...ratedUnit.keys()].filter((rater) => ratedUnit[rater] === unit);
    raters.sort((a, b) => (will[b] ?? 0) - (will[a] ?? 0));
    raters.forEach((rater, rank) => (responded[rater] = Number(rank < planted.answers)));
  });
  return responded;
}

/** Writes rows of answers about leaders: latent value, cuts, straight-lining, missing items, breaking off. */
export class AnswerSheet {
  readonly #items: ItemTraits;
  readonly #effects: Effects;
  readonly #random: Random;
  readonly #raterByTheme: Float64Array;

  constructor(items: ItemTraits, effects: Effects, random: Random) {
    this.#items = items;
    this.#effects = effects;
    this.#random = random;
    this.#raterByTheme = new Float64Array(items.themes);
  }

  /** Fills `row` (one number per item) with what the holder of `slot` answers about the leader of `unit`. */
  write(row: Int8Array, slot: number, unit: number): void {
    this.#rate(row, slot, unit);
    if (this.#random.chance(straightLiners)) {
      const sum = row.reduce((total, answer) => total + answer, 0);
      row.fill(Math.round(sum / row.length));
    }
    this.#leaveOut(row, this.#effects.missing[slot] ?? 0);
    if (this.#random.chance(breakOffs) && row.length > 1) row.fill(skipped, this.#random.whole(1, row.length - 1));
  }

  #rate(row: Int8Array, slot: number, unit: number): void {
    const { themeOf, themes, load, difficulty } = this.#items;
    const theta = this.#effects.total(unit) + (this.#effects.halo[slot] ?? 0);
    const acquiescence = this.#effects.acquiescence[slot] ?? 0;
    for (let theme = 0; theme < themes; theme += 1) {
      const byLeader = this.#effects.leaderByTheme[unit * themes + theme] ?? 0;
      this.#raterByTheme[theme] = theta + byLeader + this.#random.normal(Math.sqrt(variance.raterByTheme));
    }
    for (let item = 0; item < row.length; item += 1) {
      const felt = this.#raterByTheme[themeOf[item] ?? 0] ?? 0;
      const eta = (load[item] ?? 1) * felt + acquiescence - (difficulty[item] ?? 0) + this.#random.normal(noiseSd);
      row[item] = cutToScale(eta);
    }
  }

  #leaveOut(row: Int8Array, probability: number): void {
    for (let item = 0; item < row.length; item += 1) {
      if (!this.#random.chance(probability)) continue;
      row[item] = this.#random.chance(shareDontKnow) ? dontKnow : skipped;
    }
  }
}
