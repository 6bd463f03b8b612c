import { fraction, one, plus, readFraction, times, zero } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { PublishedSystem } from './published.ts';

/** A measure as a combination of base measures per person, plus a number every person adds. */
export interface MeasureParts {
  readonly parts: ReadonlyMap<string, Fraction>;
  readonly perPerson: Fraction;
}

/**
 * Resolves the measures of a published system into base measures that are independent of one another.
 *
 * Derived measures are written out. An item whose single options are published as counts ("q1=5") is tied to them: its sum is
 * the options times their counts, and the counts make up everybody, so the lowest option needs no measure of its own.
 */
export class MeasureBook {
  readonly #derived: NonNullable<PublishedSystem['measures']>;
  readonly #counted: ReadonlySet<string>;
  readonly #lowest: number;
  readonly #highest: number;
  readonly #resolved = new Map<string, MeasureParts>();

  constructor(system: PublishedSystem) {
    const [lowest, highest] = system.scale ?? [1, 5];
    this.#derived = system.measures ?? {};
    this.#lowest = lowest;
    this.#highest = highest;
    this.#counted = new Set([...namesIn(system)].flatMap((name) => this.#optionOf(name)?.item ?? []));
  }

  /** The parts of a measure. Throws when measures are defined in a ring. */
  parts(name: string, within: readonly string[] = []): MeasureParts {
    const known = this.#resolved.get(name);
    if (known) return known;
    if (within.includes(name)) throw new RangeError(`The measure ${name} is defined by itself.`);
    const found = this.#derive(name, [...within, name]) ?? this.#count(name) ?? this.#item(name);
    this.#resolved.set(name, found);
    return found;
  }

  #derive(name: string, within: readonly string[]): MeasureParts | null {
    const definition = Object.hasOwn(this.#derived, name) ? this.#derived[name] : undefined;
    if (!definition) return null;
    const parts = new Map<string, Fraction>();
    let perPerson = zero;
    for (const [part, coefficient] of Object.entries(definition)) {
      const share = readFraction(coefficient);
      const inner = this.parts(part, within);
      perPerson = plus(perPerson, times(share, inner.perPerson));
      for (const [base, size] of inner.parts) parts.set(base, plus(parts.get(base) ?? zero, times(share, size)));
    }
    return { parts, perPerson };
  }

  #count(name: string): MeasureParts | null {
    const found = this.#optionOf(name);
    if (!found) return null;
    if (found.option > this.#lowest) return { parts: new Map([[name, one]]), perPerson: zero };
    return { parts: this.#upperOptions(found.item, () => -1), perPerson: one };
  }

  #item(name: string): MeasureParts {
    if (!this.#counted.has(name)) return { parts: new Map([[name, one]]), perPerson: zero };
    const parts = this.#upperOptions(name, (option) => option - this.#lowest);
    return { parts, perPerson: fraction(BigInt(this.#lowest), 1n) };
  }

  #upperOptions(item: string, weight: (option: number) => number): Map<string, Fraction> {
    const parts = new Map<string, Fraction>();
    for (let option = this.#lowest + 1; option <= this.#highest; option++) {
      parts.set(`${item}=${option}`, fraction(BigInt(weight(option)), 1n));
    }
    return parts;
  }

  #optionOf(name: string): { item: string; option: number } | null {
    const match = /^(.+)=(-?\d+)$/.exec(name);
    const option = Number(match?.[2] ?? NaN);
    if (!match?.[1] || !(option >= this.#lowest && option <= this.#highest) || Object.hasOwn(this.#derived, name)) return null;
    return { item: match[1], option };
  }
}

function namesIn(system: PublishedSystem): Set<string> {
  const names = new Set<string>();
  for (const cell of system.cells) {
    if (cell.measure !== undefined) names.add(cell.measure);
    for (const term of cell.terms ?? []) names.add(term.measure);
  }
  for (const definition of Object.values(system.measures ?? {})) for (const part of Object.keys(definition)) names.add(part);
  return names;
}
