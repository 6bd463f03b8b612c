import type { Blueprint } from './blueprint.ts';
import { drawItems, Effects } from './effects.ts';
import { demoOrganisationName } from './framework.ts';
import { drawMunicipality } from './municipality.ts';
import type { DemoOrganisation, DemoUnit, DemoWave } from './organisation.ts';
import { demoQuestions } from './questions.ts';
import { Random } from './random.ts';
import { drawRound } from './round.ts';
import { drawSlots, Register } from './staffing.ts';

export interface GeneratorInput {
  /** People in all, leaders included; at least 200. */
  readonly employees: number;
  readonly seed: number | string;
  /** How many rounds, at least 1; the units, names and jobs returned are those of the last one and all before. */
  readonly waves: number;
  /** Items per theme; without it the questions of Fjordby's own rounds, in their order. */
  readonly itemsPerTheme?: readonly number[];
}

export interface SettlementInput {
  readonly name: string;
  readonly units: readonly Blueprint[];
  readonly seed: number | string;
  readonly waves: number;
  readonly themeOfItem: readonly number[];
  /** Per wave a tree that differs from the blueprints' own (unit index -> parent index); the last wave's is the current one. */
  readonly parentsByWave?: readonly (readonly number[])[];
}

/** Theme number per item of Fjordby's own questions. */
export function demoThemeOfItem(): number[] {
  const themes = [...new Set(demoQuestions.map((question) => question.themeId))];
  return demoQuestions.map((question) => themes.indexOf(question.themeId));
}

function describe(units: readonly Blueprint[], parent: Int32Array): DemoUnit[] {
  return units.map(({ code, name, sector, level }, index) => {
    const above = units[parent[index] ?? -1];
    return { code, name, sector, level, parentCode: above?.code ?? null };
  });
}

/** Lets people work and answer in the given units, wave by wave. Pure: the same input gives the same organisation. */
export function settle(input: SettlementInput): DemoOrganisation {
  const { units, themeOfItem, waves: count } = input;
  if (!Number.isInteger(count) || count < 1) throw new RangeError('There must be at least one wave.');
  const random = new Random(String(input.seed));
  const slots = drawSlots(units, random.fork('slots'));
  const register = new Register(units, slots, random.fork('people'));
  const items = drawItems(themeOfItem, random.fork('items'));
  const effects = new Effects(units, slots, items.themes, random.fork('effects'));
  const waves: DemoWave[] = [];
  for (let number = 1; number <= count; number += 1) {
    if (number > 1) effects.advance(number, register.turnOver(number));
    const parent = Int32Array.from(input.parentsByWave?.[number - 1] ?? units.map((unit) => unit.parent));
    const holder = register.holder.slice();
    waves.push(drawRound({ number, units, parent, slots, holder, effects, items, random: random.fork(`wave ${number}`) }));
  }
  const { persons, employments, leaderships } = register;
  const described = describe(units, waves.at(-1)?.parent ?? new Int32Array());
  return { name: input.name, seed: String(input.seed), themeOfItem, units: described, persons, employments, leaderships, waves };
}

/**
 * Fjordby Kommune: units, people and the answers of its rounds.
 * The distribution of answers follows published figures: response near 77 %, item means 3.5-3.8, sd near 1, ICC(1) of an item near .10.
 * @throws RangeError under 200 employees or without a wave.
 */
export function generateFjordby(input: GeneratorInput): DemoOrganisation {
  const { employees, seed, waves, itemsPerTheme } = input;
  const themeOfItem = itemsPerTheme?.flatMap((items, theme) => Array.from({ length: items }, () => theme)) ?? demoThemeOfItem();
  const units = drawMunicipality(employees, new Random(String(seed)).fork('units'));
  return settle({ name: demoOrganisationName, units, seed, waves, themeOfItem });
}
