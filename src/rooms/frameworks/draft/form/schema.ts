import * as v from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';

/** Reads a form by its schema; fields in `lists` may stand there several times. What a person can mend comes back as a sentence per field. */
export function readForm<S extends v.GenericSchema>(schema: S, form: FormData, lists: readonly string[] = []): v.InferOutput<S> {
  const single = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]));
  const several = Object.fromEntries(lists.map((key) => [key, form.getAll(key).map(String)]));
  const parsed = v.safeParse(schema, { ...single, ...several });
  if (parsed.success) return parsed.output;
  throw new Problem('invalid', '', fieldsOf(parsed.issues));
}

/** One sentence per field that is wrong. */
export function fieldsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  return Object.fromEntries(issues.map((issue) => [String(issue.path?.[0]?.key ?? 'form'), sentenceFor(issue)]));
}

function sentenceFor(issue: v.BaseIssue<unknown>): string {
  if (issue.message === 'long') return m.frameworks_problem_long();
  if (issue.message === 'missing') return m.frameworks_problem_missing();
  return m.frameworks_problem_choice();
}
