/** What an attacker holds: the format in which one round's published numbers are exported and examined. */
export interface PublishedSystem {
  readonly k: number;
  /** Lowest and highest option of the answers; 1 to 5 when left out. */
  readonly scale?: readonly [number, number];
  /** The finest groups that anything published tells apart, with the true number of people in each. */
  readonly atoms: Readonly<Record<string, { readonly n: number }>>;
  /** Derived measures as combinations of other measures. */
  readonly measures?: Readonly<Record<string, Readonly<Record<string, Coefficient>>>>;
  /** Atoms whose answers the attacker knows anyway. */
  readonly known?: readonly string[];
  /** How many members of a group may tell each other's answers; their groups give warnings, not leaks. 1 when left out. */
  readonly insiders?: number;
  readonly cells: readonly PublishedCell[];
}

export type Coefficient = number | string;

/** A published number: the sum or rounded mean of a measure over atoms, or a weighted combination of such sums. */
export interface PublishedCell {
  readonly id: string;
  readonly measure?: string;
  readonly atoms?: readonly string[];
  readonly n?: number;
  readonly sum?: number;
  readonly mean?: number;
  readonly decimals?: number;
  readonly sd?: number;
  readonly sdDecimals?: number;
  readonly kind?: string;
  readonly terms?: readonly PublishedTerm[];
  readonly value?: number;
}

export interface PublishedTerm {
  readonly measure: string;
  readonly atoms: readonly string[];
  readonly coef?: Coefficient;
}
