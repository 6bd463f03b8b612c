import { AnswerSheet, drawResponse } from './answering.ts';
import type { Blueprint } from './blueprint.ts';
import type { Effects, ItemTraits } from './effects.ts';
import { selfView, spreadOverItems, superiorView } from './named-ratings.ts';
import type { DemoWave } from './organisation.ts';
import type { Random } from './random.ts';
import type { Slot } from './staffing.ts';

// Assumptions: nearly all leaders answer about themselves and about the leaders below them.
const selfResponse = 0.93;
const superiorResponse = 0.88;

export interface RoundInput {
  readonly number: number;
  readonly units: readonly Blueprint[];
  /** Per unit: the unit above in this round. */
  readonly parent: Int32Array;
  readonly slots: readonly Slot[];
  /** Per slot: the employment that holds it. */
  readonly holder: Int32Array;
  readonly effects: Effects;
  readonly items: ItemTraits;
  readonly random: Random;
}

type Raters = Pick<DemoWave, 'leader' | 'rater' | 'ratedUnit'> & { readonly slotOf: Int32Array };

/** Who is asked about whom: members about their unit's leader, leaders about the leader above. */
function findRaters({ units, parent, slots, holder }: RoundInput): Raters {
  const leader = new Int32Array(units.length);
  const slotOf: number[] = [];
  const ratedUnit: number[] = [];
  slots.forEach((slot, index) => {
    if (slot.leads) leader[slot.unit] = holder[index] ?? -1;
    const rated = slot.leads ? (parent[slot.unit] ?? -1) : slot.unit;
    if (rated < 0) return;
    slotOf.push(index);
    ratedUnit.push(rated);
  });
  return {
    leader,
    slotOf: Int32Array.from(slotOf),
    rater: Int32Array.from(slotOf, (slot) => holder[slot] ?? -1),
    ratedUnit: Int32Array.from(ratedUnit),
  };
}

type NamedRatings = Pick<DemoWave, 'self' | 'selfGiven' | 'superior' | 'superiorGiven'>;

/** One row per leader from the leader and one from the leader above; people of the cast always answer about themselves. */
function drawNamedRatings({ units, parent, slots, items, effects, random }: RoundInput): NamedRatings {
  const width = items.themeOf.length;
  const settled = new Set(slots.filter((slot) => slot.leads && slot.settled !== null).map((slot) => slot.unit));
  const self = new Int8Array(units.length * width);
  const superior = new Int8Array(units.length * width);
  const selfGiven = new Uint8Array(units.length);
  const superiorGiven = new Uint8Array(units.length);
  units.forEach((_, unit) => {
    const [start, end, effect] = [unit * width, (unit + 1) * width, effects.total(unit)];
    selfGiven[unit] = Number(random.chance(selfResponse) || settled.has(unit));
    if (selfGiven[unit] === 1) spreadOverItems(self.subarray(start, end), selfView(effect, random), items, random);
    if ((parent[unit] ?? -1) < 0) return;
    superiorGiven[unit] = Number(random.chance(superiorResponse) || settled.has(unit));
    if (superiorGiven[unit] === 0) return;
    spreadOverItems(superior.subarray(start, end), superiorView(effect, random), items, random);
  });
  return { self, selfGiven, superior, superiorGiven };
}

/** One round of the whole organisation: who was asked, who answered, what. */
export function drawRound(input: RoundInput): DemoWave {
  const { units, items, effects, random } = input;
  const { slotOf, ...raters } = findRaters(input);
  const responded = drawResponse(units, slotOf, raters.ratedUnit, effects, random.fork('response'));
  const width = items.themeOf.length;
  let answered = 0;
  const row = Int32Array.from(responded, (did) => (did === 1 ? answered++ : -1));
  const answers = new Int8Array(answered * width);
  const sheet = new AnswerSheet(items, effects, random.fork('answers'));
  row.forEach((at, rater) => {
    if (at < 0) return;
    sheet.write(answers.subarray(at * width, (at + 1) * width), slotOf[rater] ?? -1, raters.ratedUnit[rater] ?? -1);
  });
  return {
    number: input.number,
    parent: input.parent,
    ...raters,
    row,
    answered,
    answers,
    ...drawNamedRatings({ ...input, random: random.fork('named') }),
    trueEffect: Float64Array.from(units, (_, unit) => effects.total(unit)),
  };
}
