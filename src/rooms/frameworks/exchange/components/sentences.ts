import { m } from '#base/text.ts';
import type { ExchangeReason } from '#importing/exchange/exchange-problem.ts';

const SENTENCES: Record<ExchangeReason, (about: { item: string }) => string> = {
  no_json: m.exchange_problem_no_json,
  other_format: m.exchange_problem_other_format,
  missing: m.exchange_problem_missing,
  wrong: m.exchange_problem_wrong,
  duplicate: m.exchange_problem_duplicate,
  cycle: m.exchange_problem_cycle,
  orphan: m.exchange_problem_orphan,
  unknown_kind: m.exchange_problem_unknown_kind,
  unknown_level: m.exchange_problem_unknown_level,
  too_many: m.exchange_problem_too_many,
  too_deep: m.exchange_problem_too_deep,
  too_long: m.exchange_problem_too_long,
};

/** Why a file in an exchange format cannot be taken, and what to do about it. */
export function exchangeSentence(reason: ExchangeReason, item: string): string {
  return SENTENCES[reason]({ item });
}
