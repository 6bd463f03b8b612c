import { fail } from '@sveltejs/kit';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { readClosing } from '#rooms/rounds/closing/schema.ts';
import { textOf, typedIn, type Mended } from './typed.ts';

type Unread = { ok: false; message: string; choices: string[] };

/** The deadline a form holds, or what to say about it; a wall clock that is put forward or back gives two moments to pick from. */
export function closingFrom(form: FormData): { ok: true; moment: Date } | Unread {
  const closing = readClosing(
    { date: textOf(form, 'closes_date'), time: textOf(form, 'closes_time'), choice: textOf(form, 'closes_choice') },
    now(),
  );
  if (closing.ok) return closing;
  const say = {
    missing: m.rounds_problem_closing_missing,
    not_a_time: m.rounds_problem_not_a_time,
    past: m.rounds_problem_past,
    too_far: m.rounds_problem_too_far,
    skipped: m.rounds_problem_skipped,
    twice: m.rounds_problem_twice,
  };
  return {
    ok: false,
    message: say[closing.problem](),
    choices: 'choices' in closing ? closing.choices.map((choice) => choice.toISOString()) : [],
  };
}

/** Gives the form back with what is wrong with its deadline, and with what else is wrong in it. */
export function failedClosing(form: FormData, unread: Unread, errors: Record<string, string> = {}) {
  const mended: Mended & { choices: string[] } = {
    problem: { message: m.gate_problem_invalid(), code: 'invalid' },
    errors: { ...errors, closes: unread.message },
    typed: typedIn(form),
    choices: unread.choices,
  };
  return fail(400, mended);
}
