import type { RoundFacts } from '../schema.ts';
import { canClose, canExtend } from './rules.ts';

/** What may be done about the closing of a round now. */
export function closingMoves(round: RoundFacts): { close: boolean; extend: boolean } {
  return { close: canClose(round), extend: canExtend(round) };
}
