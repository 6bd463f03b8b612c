/** A unit that can be chosen, with where it lies: the units above it, outermost first. */
export type UnitChoice = { id: string; name: string; path: string };

/**
 * The units a form offers. Few stand in a list, in the order of the tree. Of many only those that are chosen or were searched for are
 * there: `more` says how many others the search would have found.
 */
export type OfferedUnits =
  | { kind: 'list'; units: { id: string; name: string; depth: number }[] }
  | { kind: 'search'; search: string; chosen: UnitChoice[]; found: UnitChoice[]; more: number };
