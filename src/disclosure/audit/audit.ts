import { endWarnings } from './bounds.ts';
import { equationsOf } from './equation.ts';
import type { Equation } from './equation.ts';
import { toNumber, toText } from './fraction.ts';
import { multisetWarnings } from './multisets.ts';
import type { MultisetWarning } from './multisets.ts';
import type { EndWarning } from './bounds.ts';
import { nestedDerivations } from './nested.ts';
import type { Derivation } from './proof.ts';
import type { PublishedSystem } from './published.ts';
import { searchDerivations } from './search.ts';
import type { Search } from './search.ts';
import { blocksOf } from './structure.ts';
import type { Block } from './structure.ts';

/** An equation somebody can derive about few people. */
export interface Finding {
  readonly atoms: readonly string[];
  /** People it is about, without those whose answers are known anyway. */
  readonly n: number;
  /** The equation: whole coefficients of sums of base measures over atoms. */
  readonly equation: readonly { readonly measure: string; readonly atoms: readonly string[]; readonly coefficient: number }[];
  /** Multiples of published cells that give it. */
  readonly recipe: readonly { readonly cell: string; readonly coefficient: string }[];
  /** What the equation comes to, give or take the rounding; null when a number was not given or known answers must be taken away. */
  readonly value: number | null;
  readonly error: number;
  /** Known atoms whose answers must be taken from the value. */
  readonly lessKnown: readonly string[];
}

export type Warning = ({ readonly kind: 'insiders'; readonly insiders: number } & Finding) | EndWarning | MultisetWarning;

export interface Audit {
  /** True only when the whole search was done and found nothing. */
  readonly safe: boolean;
  readonly complete: boolean;
  readonly leaks: readonly Finding[];
  readonly warnings: readonly Warning[];
  /** How many different structures were examined. */
  readonly structures: number;
}

export interface AuditOptions {
  /** Overrules the system's own number of insiders. */
  readonly insiders?: number;
  /** 'always' searches also what the residual theorem could decide. */
  readonly search?: 'when needed' | 'always';
  /** Sets of classes to try per structure before the audit gives up and is not safe. */
  readonly maximumSets?: number;
}

/**
 * Attacks a published system: every equation about fewer than k people that follows from it, with the recipe, and warnings.
 *
 * A leak is a combination of cells that is not zero and touches fewer than k people, whatever the measures in it; a rounded mean
 * counts like an exact one. Items with the same pattern of cells are examined once. Warnings: groups that `insiders` members
 * could open, answers at the end of the scale, narrow bounds, and figures that leave few sets of answers. Throws on a broken system.
 */
export function auditPublished(system: PublishedSystem, options: AuditOptions = {}): Audit {
  if (!Number.isInteger(system.k) || system.k < 1) throw new RangeError(`The threshold ${system.k} is no number of people.`);
  const insiders = options.insiders ?? system.insiders ?? 1;
  const blocks = blocksOf(equationsOf(system), (atom) => system.atoms[atom]?.n ?? 0);
  const examined = new Map<string, Search>();
  const findings: Finding[] = [];
  for (const block of blocks) {
    const search = examined.get(block.key) ?? examine(block, system.k + insiders, options);
    examined.set(block.key, search);
    for (const derivation of search.derivations) findings.push(findingOf(block, derivation));
  }
  const leaks = findings.filter((finding) => finding.n < system.k);
  const insiderWarnings = findings
    .filter((finding) => finding.n >= system.k)
    .map((finding) => ({ kind: 'insiders' as const, insiders, ...finding }));
  const complete = [...examined.values()].every((search) => search.complete);
  return {
    safe: complete && leaks.length === 0,
    complete,
    leaks,
    warnings: [...insiderWarnings, ...blocks.flatMap((block) => endWarnings(block, system)), ...multisetWarnings(system)],
    structures: examined.size,
  };
}

function examine(block: Block, limit: number, options: AuditOptions): Search {
  const nested = options.search === 'always' ? null : nestedDerivations(block.structure, limit);
  if (nested) return { derivations: nested, complete: true };
  return searchDerivations(block.structure, limit, options.maximumSets ?? 5_000_000);
}

function findingOf(block: Block, derivation: Derivation): Finding {
  const { structure, classAtoms, measures } = block;
  const classes = new Set([...derivation.columns.keys()].map((column) => structure.columnClass[column] ?? -1));
  const used = [...derivation.recipe].map(([row, multiple]) => ({ equation: block.equations[row], multiple }));
  const lessKnown = [...new Set(used.flatMap(({ equation }) => equation?.known ?? []))];
  const size = (multiple: number): number => Math.abs(multiple);
  return {
    atoms: [...classes].flatMap((one) => classAtoms[one] ?? []),
    n: [...classes].reduce((sum, one) => sum + (structure.classSizes[one] ?? 0), 0),
    equation: [...derivation.columns].map(([column, coefficient]) => ({
      measure: measures[structure.columnMeasure[column] ?? -1] ?? '',
      atoms: classAtoms[structure.columnClass[column] ?? -1] ?? [],
      coefficient: toNumber(coefficient),
    })),
    recipe: used.map(({ equation, multiple }) => ({ cell: equation?.cell ?? '', coefficient: toText(multiple) })),
    value:
      lessKnown.length > 0
        ? null
        : valueOfRecipe(used.map(({ equation, multiple }) => ({ equation, multiple: toNumber(multiple) }))),
    error: used.reduce((sum, { equation, multiple }) => sum + size(toNumber(multiple)) * (equation?.error ?? 0), 0),
    lessKnown,
  };
}

function valueOfRecipe(used: readonly { equation: Equation | undefined; multiple: number }[]): number | null {
  let value = 0;
  for (const { equation, multiple } of used) {
    if (equation?.value === null || equation === undefined) return null;
    value += multiple * equation.value;
  }
  return Number(value.toPrecision(12));
}
