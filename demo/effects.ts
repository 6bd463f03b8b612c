import type { Blueprint } from './blueprint.ts';
import type { Random } from './random.ts';
import type { Slot } from './staffing.ts';

/** Variances on the latent scale. */
export const variance = {
  department: 0.02,
  leader: 0.085,
  halo: 0.42,
  leaderByTheme: 0.015,
  raterByTheme: 0.13,
  acquiescence: 0.05,
} as const;

const leaderStability = 0.7;
const shareTakingAction = 1 / 3;
const effectOfAction = 0.1;

/** How the items behave: the same in every wave. */
export interface ItemTraits {
  readonly themes: number;
  readonly themeOf: Int32Array;
  readonly load: Float64Array;
  readonly difficulty: Float64Array;
}

/** Mean difficulty of a set of items: well inside what N(0, .35) gives for twenty items, and where the realised means meet the published ones. */
const meanDifficulty = 0.05;

/** Loadings U(.8, 1.1), difficulties N(0, .35), moved to one mean: which questions are hard is chance, how hard the set is is not. */
export function drawItems(themeOfItem: readonly number[], random: Random): ItemTraits {
  const drawn = themeOfItem.map(() => random.normal(0.35));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  return {
    themes: Math.max(...themeOfItem) + 1,
    themeOf: Int32Array.from(themeOfItem),
    load: Float64Array.from(themeOfItem, () => 0.8 + 0.3 * random.uniform()),
    difficulty: Float64Array.from(drawn, (value) => value - mean + meanDifficulty),
  };
}

/** What leaders and raters bring with them; changes from wave to wave with people and time. */
export class Effects {
  readonly department: Float64Array;
  readonly leader: Float64Array;
  /** Per unit and theme. */
  readonly leaderByTheme: Float64Array;
  readonly halo: Float64Array;
  readonly acquiescence: Float64Array;
  /** Per slot: probability that its holder leaves an item without an answer, Beta(.5, 11). */
  readonly missing: Float64Array;
  readonly #units: readonly Blueprint[];
  readonly #slots: readonly Slot[];
  readonly #themes: number;
  readonly #random: Random;

  constructor(units: readonly Blueprint[], slots: readonly Slot[], themes: number, random: Random) {
    this.#units = units;
    this.#slots = slots;
    this.#themes = themes;
    this.#random = random;
    this.department = Float64Array.from(units, () => random.normal(Math.sqrt(variance.department)));
    this.leader = new Float64Array(units.length);
    this.leaderByTheme = new Float64Array(units.length * themes);
    this.halo = new Float64Array(slots.length);
    this.acquiescence = new Float64Array(slots.length);
    this.missing = new Float64Array(slots.length);
    units.forEach((_, unit) => this.#newLeader(unit));
    slots.forEach((_, slot) => this.#newRater(slot));
    this.#tellPlantedStories(1);
  }

  /** The next wave: new people are drawn anew, leaders who stay keep .7 of their effect and a third gain a little by action. */
  advance(wave: number, changedSlots: ReadonlySet<number>): void {
    const sd = Math.sqrt(variance.leader);
    this.#slots.forEach((slot, index) => {
      const changed = changedSlots.has(index);
      if (changed) this.#newRater(index);
      if (slot.leads && changed) this.#newLeader(slot.unit);
      if (!slot.leads || changed) return;
      const kept = leaderStability * (this.leader[slot.unit] ?? 0);
      const moved = this.#random.normal(Math.sqrt(1 - leaderStability ** 2) * sd);
      this.leader[slot.unit] = kept + moved + (this.#random.chance(shareTakingAction) ? effectOfAction : 0);
    });
    this.#tellPlantedStories(wave);
  }

  /** Effect of a unit's leader, with that of the department the unit lies in. */
  total(unit: number): number {
    const parent = this.#units[unit]?.parent ?? -1;
    return (this.leader[unit] ?? 0) + (parent < 0 ? 0 : (this.department[parent] ?? 0));
  }

  #newLeader(unit: number): void {
    this.leader[unit] = this.#random.normal(Math.sqrt(variance.leader));
    for (let theme = 0; theme < this.#themes; theme += 1) {
      this.leaderByTheme[unit * this.#themes + theme] = this.#random.normal(Math.sqrt(variance.leaderByTheme));
    }
  }

  #newRater(slot: number): void {
    this.halo[slot] = this.#random.normal(Math.sqrt(variance.halo));
    this.acquiescence[slot] = this.#random.normal(Math.sqrt(variance.acquiescence));
    this.missing[slot] = this.#random.beta(0.5, 11);
  }

  #tellPlantedStories(wave: number): void {
    this.#units.forEach(({ planted, parent }, unit) => {
      const told = planted?.leaderEffects[wave - 1] ?? planted?.leaderEffects.at(-1);
      if (told !== undefined) this.leader[unit] = told - (this.department[parent] ?? 0);
    });
  }
}
