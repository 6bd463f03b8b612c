import { fail, type ActionFailure } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';

/** What a form gets back with what was typed, when something can be mended. */
export type Mended = {
  problem: { message: string; code: string };
  errors: Record<string, string>;
  typed: Record<string, string[]>;
};

/** All text a form was sent with, by field. */
export function typedIn(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = [...(typed[name] ?? []), value];
  return typed;
}

/** One field of a form as text; '' when it was not sent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A field that can be sent several times, as texts. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/** Does what a form asks for; what can be mended goes back to the form with everything that was typed. */
export async function keeping<T>(form: FormData, work: () => Promise<T>): Promise<T | ActionFailure<Mended>> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.status === 404) throw thrown;
    const usual = thrown.code === 'conflict' ? m.gate_problem_conflict() : m.gate_problem_invalid();
    const message = thrown.message === thrown.code ? usual : thrown.message;
    return fail(thrown.status, { problem: { message, code: thrown.code }, errors: thrown.fields, typed: typedIn(form) });
  }
}
