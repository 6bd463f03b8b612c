import * as v from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';

/** Reads a form by a schema. What is wrong is said at each field, in the reader's language. */
export function parsed<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const read = v.safeParse(schema, input);
  if (read.success) return read.output;
  const sentences: Record<string, () => string> = {
    day: m.versions_problem_day,
    long: m.versions_problem_long,
    link: m.versions_problem_link,
    missing: m.frameworks_problem_missing,
  };
  const errors = read.issues.map((issue): [string, string] => [
    v.getDotPath(issue) ?? '',
    (sentences[issue.message] ?? m.versions_problem_choice)(),
  ]);
  throw new Problem('invalid', m.versions_problem_form(), Object.fromEntries(errors.reverse()));
}
