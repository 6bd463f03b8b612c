import { ImportProblem } from '../extract/import-problem.ts';

/** Why a file in one of the exchange formats cannot be taken. The words for people are in the catalogue of the room that imports. */
export const EXCHANGE_REASONS = [
  'no_json',
  'other_format',
  'missing',
  'wrong',
  'duplicate',
  'cycle',
  'orphan',
  'unknown_kind',
  'unknown_level',
  'too_many',
  'too_deep',
  'too_long',
] as const;
export type ExchangeReason = (typeof EXCHANGE_REASONS)[number];

/** A file that can be read and makes no framework: the reason, and the item or field where it shows. */
export class ExchangeProblem extends ImportProblem {
  readonly reason: ExchangeReason;
  readonly item: string;

  constructor(reason: ExchangeReason, item: string) {
    super('exchange');
    this.message = `the file cannot be taken: ${reason}: ${item}`;
    this.reason = reason;
    this.item = item.length > 120 ? `${item.slice(0, 119)}…` : item;
  }
}
