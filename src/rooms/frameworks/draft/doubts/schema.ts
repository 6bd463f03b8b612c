/** Why a place of a draft deserves a look. A closed list; each has its sentence in the message catalogue. */
export const DOUBT_REASONS = [
  'unplaced',
  'wordless',
  'unsure',
  'repaired',
  'strange',
  'torn',
  'childless',
  'long',
  'short',
  'same',
  'alone',
] as const;
export type DoubtReason = (typeof DOUBT_REASONS)[number];

/** A doubtful place: `doubt` between 0 and 1, and what it comes from, weightiest first. `count` says how many, where that tells something. */
export type Doubt = { kind: 'element' | 'passage'; id: string; doubt: number; reasons: { reason: DoubtReason; count: number }[] };
