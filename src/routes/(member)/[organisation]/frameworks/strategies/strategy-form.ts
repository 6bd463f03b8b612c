import { safeParse } from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { StrategyInput } from '#rooms/frameworks/strategies/schema.ts';
import { textOf } from '../typed.ts';

const FIELDS = ['kind', 'name', 'link', 'about', 'begins', 'ends', 'seen'];

/** The strategy a form holds; what is not filled in well is said at its field. */
export function strategyFrom(form: FormData): StrategyInput {
  const parsed = safeParse(StrategyInput, Object.fromEntries(FIELDS.map((name) => [name, textOf(form, name)])));
  if (parsed.success) return parsed.output;
  const wrong = parsed.issues.map(({ path, message }) => [String(path?.[0]?.key), sentenceFor(message)]);
  throw new Problem('invalid', '', Object.fromEntries(wrong));
}

function sentenceFor(message: string): string {
  const sentences: Record<string, () => string> = {
    missing: m.frameworks_problem_missing,
    long: m.frameworks_problem_long,
    link: m.editor_strategy_problem_link,
    date: m.editor_strategy_problem_date,
    order: m.editor_strategy_problem_order,
  };
  return (sentences[message] ?? m.frameworks_problem_choice)();
}
