import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { readQuestion, type QuestionInput } from '#rooms/rounds/questions/schema.ts';
import { textOf } from '../../typed.ts';

/** The question a form holds; what is not filled in well is said at its field. */
export function questionFrom(form: FormData): QuestionInput {
  const statements = form.getAll('statements').filter((value) => typeof value === 'string');
  const { question, wrong } = readQuestion((name) => textOf(form, name), statements);
  if (question !== null) return question;
  const say = (field: string) =>
    field === 'statements'
      ? m.rounds_problem_statements()
      : field.startsWith('en')
        ? m.rounds_problem_wording_english()
        : m.rounds_problem_wording();
  throw new Problem('invalid', '', Object.fromEntries(wrong.map((field) => [field, say(field)])));
}
