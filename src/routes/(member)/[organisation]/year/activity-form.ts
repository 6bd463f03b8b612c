import { safeParse, type BaseIssue } from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { ActivityInput, HoldingInput } from '#rooms/plans/activities/schema.ts';
import { textOf, textsOf } from '../typed.ts';

const FIELDS = [
  'name',
  'kind',
  'how',
  'responsible',
  'unit',
  'framework',
  'page',
  'every',
  'timing',
  'month',
  'day',
  'week',
  'beginsYear',
  'endsYear',
];

/** The activity a form holds; what is not filled in well is said at its field. */
export function activityFrom(form: FormData): ActivityInput {
  const parsed = safeParse(ActivityInput, {
    ...Object.fromEntries(FIELDS.map((name) => [name, textOf(form, name).trim()])),
    statements: textsOf(form, 'statements'),
    revision: Number(textOf(form, 'revision')),
  });
  if (parsed.success) return parsed.output;
  throw new Problem('invalid', '', errorsOf(parsed.issues));
}

/** What a form says about one time an activity was due. */
export function holdingFrom(form: FormData): HoldingInput {
  const fields = ['dueOn', 'outcome', 'heldOn', 'note'];
  const parsed = safeParse(HoldingInput, Object.fromEntries(fields.map((name) => [name, textOf(form, name)])));
  if (parsed.success) return parsed.output;
  throw new Problem('invalid', '', errorsOf(parsed.issues));
}

function errorsOf(issues: readonly BaseIssue<unknown>[]): Record<string, string> {
  return Object.fromEntries(issues.map((issue) => [String(issue.path?.[0]?.key), sentenceFor(messageOf(issue))]));
}

/** Of a field that may be empty the reason lies one step in. */
function messageOf(issue: BaseIssue<unknown>): string {
  return issue.type === 'union' ? (issue.issues?.find((one) => one.type !== 'literal')?.message ?? '') : issue.message;
}

function sentenceFor(message: string): string {
  const sentences: Record<string, () => string> = {
    missing: m.year_problem_fill,
    long: m.year_problem_long,
    day: m.year_problem_day,
    week: m.year_problem_week,
    week_often: m.year_problem_week_often,
    year: m.year_problem_year,
    order: m.year_problem_order,
    date: m.year_problem_date,
    why: m.year_problem_why,
    many: m.year_problem_many,
  };
  return (sentences[message] ?? m.year_problem_choice)();
}
