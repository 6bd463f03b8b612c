import { safeParse, type BaseIssue } from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { IndicatorInput } from '#rooms/plans/goals/indicators/schema.ts';
import { GoalInput, StateInput } from '#rooms/plans/goals/schema.ts';
import { PastedInput, ValueInput } from '#rooms/plans/goals/values/schema.ts';
import { textOf, textsOf } from '../typed.ts';

/** The goal a form holds; what is not filled in well is said at its field. */
export function goalFrom(form: FormData): GoalInput {
  const lines = ['title', 'why', 'kind', 'unitId', 'source', 'sourceOn', 'begins', 'ends', 'seen'];
  const sent = Object.fromEntries(lines.map((name) => [name, textOf(form, name)]));
  const parsed = safeParse(GoalInput, {
    ...sent,
    perspectives: textsOf(form, 'perspectives'),
    statements: textsOf(form, 'statements'),
  });
  return parsed.success ? parsed.output : refuse(parsed.issues);
}

/** How far a goal is said to be. */
export function stateFrom(form: FormData): StateInput {
  const sent = Object.fromEntries(['state', 'reason', 'number'].map((name) => [name, textOf(form, name)]));
  const parsed = safeParse(StateInput, sent);
  return parsed.success ? parsed.output : refuse(parsed.issues);
}

/** The indicator a form holds. */
export function indicatorFrom(form: FormData): IndicatorInput {
  const lines = ['name', 'measure', 'direction', 'target', 'targetTo', 'baseline', 'baselineOn', 'seen'];
  const choices = ['feedback', 'feedbackName', 'perspective'];
  const parsed = safeParse(IndicatorInput, Object.fromEntries([...lines, ...choices].map((name) => [name, textOf(form, name)])));
  return parsed.success ? parsed.output : refuse(parsed.issues);
}

/** One figure of an indicator. */
export function valueFrom(form: FormData): ValueInput {
  const parsed = safeParse(ValueInput, Object.fromEntries(['on', 'value', 'note'].map((name) => [name, textOf(form, name)])));
  return parsed.success ? parsed.output : refuse(parsed.issues);
}

/** Many figures, pasted or in a file. What was in the file stands in the form's field afterwards, so that it can be mended there. */
export async function pastedFrom(form: FormData): Promise<PastedInput> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0 && textOf(form, 'lines').trim() === '') form.set('lines', await textOfFile(file));
  const parsed = safeParse(PastedInput, { lines: textOf(form, 'lines'), replace: form.get('replace') !== null });
  return parsed.success ? parsed.output : refuse(parsed.issues);
}

const LARGEST_FILE = 200_000;

async function textOfFile(file: File): Promise<string> {
  if (file.size > LARGEST_FILE) throw new Problem('invalid', '', { lines: m.goals_problem_file() });
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Spreadsheets on older machines still write this.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function refuse(issues: readonly BaseIssue<unknown>[]): never {
  const wrong = issues.map(({ path, message }) => [String(path?.[0]?.key), sentenceFor(message)]);
  throw new Problem('invalid', '', Object.fromEntries(wrong));
}

function sentenceFor(message: string): string {
  const sentences: Record<string, () => string> = {
    missing: m.goals_problem_missing,
    missing_day: m.goals_problem_day,
    long: m.goals_problem_long,
    date: m.goals_problem_day,
    order: m.goals_problem_order,
    perspective: m.goals_problem_perspective,
    statement: m.goals_problem_statement,
    statements: m.goals_problem_statements,
    unit: m.goals_problem_unit,
    reason: m.goals_problem_reason,
  };
  return (sentences[message] ?? m.goals_problem_choice)();
}
