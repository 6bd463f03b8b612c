import type { RoundFacts } from '../schema.ts';

/** A round can be closed before its time while it takes answers. */
export function canClose(round: Pick<RoundFacts, 'status'>): boolean {
  return round.status === 'open';
}

/** The closing can be moved once, later, while the round takes answers. */
export function canExtend(round: Pick<RoundFacts, 'status' | 'extended'>): boolean {
  return round.status === 'open' && !round.extended;
}
