import type { Blueprint } from './blueprint.ts';
import { cast, castKeys, type CastMember } from './cast.ts';
import { inventName, mailName } from './names.ts';
import type { DemoEmployment, DemoLeadership, DemoPerson } from './organisation.ts';
import type { Random } from './random.ts';
import { sectors } from './sectors.ts';

const mailDomain = 'fjordby.example';
const shareOfEmployeesReplaced = 0.15;
const shareOfLeadersReplaced = 0.12;

/** A job in a unit, whoever holds it. Slots never change; their holders do. */
export interface Slot {
  readonly unit: number;
  readonly leads: boolean;
  readonly title: string;
  /** The person of the cast who holds it for good. */
  readonly settled: CastMember | null;
}

const profileOf = new Map(sectors.map((profile) => [profile.sector, profile]));
const castMembers: readonly CastMember[] = castKeys.map((key) => cast[key]);

/** Every job of the organisation, unit by unit, the leader's first. */
export function drawSlots(units: readonly Blueprint[], random: Random): Slot[] {
  const slots: Slot[] = [];
  units.forEach((unit, index) => {
    const known = castMembers.filter((member) => member.unitCode === unit.code);
    const leader = known.find((member) => member.leads) ?? null;
    slots.push({ unit: index, leads: true, title: leader?.title ?? unit.leaderTitle, settled: leader });
    const others = known.filter((member) => !member.leads);
    for (let member = 0; member < unit.members; member += 1) {
      const settled = others[member] ?? null;
      slots.push({ unit: index, leads: false, title: settled?.title ?? random.pick(unit.employeeTitles), settled });
    }
  });
  return slots;
}

/** Keeps the register of people: hires into slots, lets go, and remembers from when to when. */
export class Register {
  readonly persons: DemoPerson[] = [];
  readonly employments: DemoEmployment[] = [];
  readonly leaderships: DemoLeadership[] = [];
  /** Per slot: index of the employment that holds it now. */
  readonly holder: Int32Array;
  readonly #leadershipOfUnit = new Map<number, DemoLeadership>();
  readonly #units: readonly Blueprint[];
  readonly #slots: readonly Slot[];
  readonly #random: Random;
  readonly #mails = new Map<string, number>();
  #nextNumber = 100101;

  constructor(units: readonly Blueprint[], slots: readonly Slot[], random: Random) {
    this.#units = units;
    this.#slots = slots;
    this.#random = random;
    this.holder = new Int32Array(slots.length);
    slots.forEach((slot, index) => this.#hire(index, slot, 1));
  }

  /** Lets some people go before `wave` and hires others into their jobs; returns the slots with a new holder. */
  turnOver(wave: number): Set<number> {
    const changed = new Set<number>();
    this.#slots.forEach((slot, index) => {
      const share = slot.leads ? shareOfLeadersReplaced : shareOfEmployeesReplaced;
      if (!this.#random.chance(share) || slot.settled !== null) return;
      this.#letGo(index, slot, wave - 1);
      this.#hire(index, slot, wave);
      changed.add(index);
    });
    return changed;
  }

  #letGo(index: number, slot: Slot, lastWave: number): void {
    const employment = this.employments[this.holder[index] ?? -1];
    if (employment !== undefined) employment.lastWave = lastWave;
    const leadership = slot.leads ? this.#leadershipOfUnit.get(slot.unit) : undefined;
    if (leadership !== undefined) leadership.lastWave = lastWave;
  }

  #hire(index: number, slot: Slot, firstWave: number): void {
    const unit = this.#units[slot.unit];
    if (unit === undefined) throw new RangeError(`Slot ${index} has no unit.`);
    const { firstName, lastName } = slot.settled ?? inventName(this.#random);
    const email = this.#hasMail(slot, unit) ? this.#newMail(firstName, lastName) : null;
    const person = this.persons.push({ firstName, lastName, email }) - 1;
    const employeeNumber = slot.settled?.employeeNumber ?? String(this.#nextNumber++);
    const { code: unitCode, level } = unit;
    const job: DemoEmployment = { employeeNumber, person, unitCode, title: slot.title, firstWave, lastWave: null };
    this.holder[index] = this.employments.push(job) - 1;
    if (!slot.leads) return;
    const leadership: DemoLeadership = { unitCode, employeeNumber, level, firstWave, lastWave: null };
    this.leaderships.push(leadership);
    this.#leadershipOfUnit.set(slot.unit, leadership);
  }

  #hasMail(slot: Slot, unit: Blueprint): boolean {
    if (slot.leads || slot.settled !== null) return true;
    const share = unit.sector === null ? 0 : (profileOf.get(unit.sector)?.shareWithoutMail ?? 0);
    return !this.#random.chance(share);
  }

  #newMail(firstName: string, lastName: string): string {
    const name = mailName(firstName, lastName);
    const used = (this.#mails.get(name) ?? 0) + 1;
    this.#mails.set(name, used);
    return `${name}${used === 1 ? '' : used}@${mailDomain}`;
  }
}
