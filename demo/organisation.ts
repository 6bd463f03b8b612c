import type { Sector } from './sectors.ts';

export type LeaderLevel = 1 | 2 | 3 | 4;

/** A unit of the organisation as it stands in the last wave. `level` is its leader's level, 1 = Direktør … 4 = Leder af medarbejdere. */
export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly sector: Sector | null;
  readonly level: LeaderLevel;
}

export interface DemoPerson {
  readonly firstName: string;
  readonly lastName: string;
  /** About one in ten has no work mail. */
  readonly email: string | null;
}

/** One job held by one person, from `firstWave` to `lastWave` (both included; null = still). */
export interface DemoEmployment {
  readonly employeeNumber: string;
  /** Index into `persons`. */
  readonly person: number;
  readonly unitCode: string;
  readonly title: string;
  readonly firstWave: number;
  lastWave: number | null;
}

/** Who led which unit, from `firstWave` to `lastWave` (null = still). A leader is employed in the unit led. */
export interface DemoLeadership {
  readonly unitCode: string;
  readonly employeeNumber: string;
  readonly level: LeaderLevel;
  readonly firstWave: number;
  lastWave: number | null;
}

/** Code of 'ved ikke' in the typed arrays. */
export const dontKnow = 0;
/** Code of a question passed over ('ønsker ikke at svare', or broken off before it). */
export const skipped = -1;

/**
 * One round. Units are meant by their index in `units`, people by their index in `employments`.
 * Answers lie in rows of `items` numbers: 1..5, 0 = don't know, -1 = skipped.
 */
export interface DemoWave {
  /** 1, 2, … in order of time. */
  readonly number: number;
  /** Per unit: the unit above, -1 for the top. */
  readonly parent: Int32Array;
  /** Per unit: the employment that leads it. */
  readonly leader: Int32Array;
  /** Per rater: the employment. Everybody but the top leader is a rater exactly once. */
  readonly rater: Int32Array;
  /** Per rater: the unit whose leader is the rater's nearest leader. */
  readonly ratedUnit: Int32Array;
  /** Per rater: the row in `answers`, -1 = did not answer. */
  readonly row: Int32Array;
  readonly answered: number;
  readonly answers: Int8Array;
  /** Per unit one row: its leader's view of self, where `selfGiven` is 1. */
  readonly self: Int8Array;
  readonly selfGiven: Uint8Array;
  /** Per unit one row: the view of the leader above, where `superiorGiven` is 1. */
  readonly superior: Int8Array;
  readonly superiorGiven: Uint8Array;
  /** Per unit: the leader's effect on the latent scale, department included; what a perfect method would find. */
  readonly trueEffect: Float64Array;
}

export interface DemoOrganisation {
  readonly name: string;
  readonly seed: string;
  /** Per item: the number of its theme, 0-based; items lie theme by theme. */
  readonly themeOfItem: readonly number[];
  readonly units: readonly DemoUnit[];
  readonly persons: readonly DemoPerson[];
  readonly employments: readonly DemoEmployment[];
  readonly leaderships: readonly DemoLeadership[];
  readonly waves: readonly DemoWave[];
}

/** 1..5, null = 'ved ikke', 'skipped' = passed over. */
export type ItemAnswer = 1 | 2 | 3 | 4 | 5 | null | 'skipped';

function decode(code: number | undefined): ItemAnswer {
  switch (code) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return code;
    case dontKnow:
      return null;
    default:
      return 'skipped';
  }
}

function decodeRow(answers: Int8Array, row: number, items: number): ItemAnswer[] {
  return Array.from(answers.subarray(row * items, (row + 1) * items), decode);
}

/** What rater number `rater` of the wave answered, item by item; null if nothing was handed in. */
export function answersOf(organisation: DemoOrganisation, wave: DemoWave, rater: number): ItemAnswer[] | null {
  const row = wave.row[rater] ?? -1;
  return row < 0 ? null : decodeRow(wave.answers, row, organisation.themeOfItem.length);
}

/** How the leader of unit number `unit` answered about self; null if not answered. */
export function selfAnswersOf(organisation: DemoOrganisation, wave: DemoWave, unit: number): ItemAnswer[] | null {
  return wave.selfGiven[unit] === 1 ? decodeRow(wave.self, unit, organisation.themeOfItem.length) : null;
}

/** How the leader above answered about the leader of unit number `unit`; null if not answered or at the top. */
export function superiorAnswersOf(organisation: DemoOrganisation, wave: DemoWave, unit: number): ItemAnswer[] | null {
  return wave.superiorGiven[unit] === 1 ? decodeRow(wave.superior, unit, organisation.themeOfItem.length) : null;
}
