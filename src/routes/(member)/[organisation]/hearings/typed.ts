import { fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { CommentInput, LONGEST_COMMENT } from '#rooms/frameworks/hearing/schema.ts';

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

/** One field of a form as text, with the line breaks of one kind. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};

/** A field that is empty or holds an id. */
export const idOf = (form: FormData, name: string): string | null => textOf(form, name) || null;

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

/** Like `keeping`; and where the place itself is gone for the writer, their words come back all the same. */
export async function keepingWords<T>(form: FormData, work: () => Promise<T>): Promise<T | ActionFailure<Mended>> {
  try {
    return await keeping(form, work);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const problem = { message: m.hearing_problem_gone(), code: thrown.code };
    return fail(thrown.status, { problem, errors: {}, typed: typedIn(form) });
  }
}

/** What a page shows of itself after a form was sent to a place that is gone: nothing. Other requests are answered as not found. */
export async function goneAfterPost<T>(request: Request, work: () => Promise<T>): Promise<T | { gone: true }> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 404 && request.method === 'POST') return { gone: true };
    throw thrown;
  }
}

/** The comment a form holds; the writer is told what is wrong with its words. */
export function commentFrom(form: FormData): CommentInput {
  const text = textOf(form, 'text').trim();
  if (text === '') throw new Problem('invalid', '', { text: m.hearing_problem_text_missing() });
  if (text.length > LONGEST_COMMENT)
    throw new Problem('invalid', '', { text: m.hearing_problem_text_long({ count: text.length }) });
  const input = v.safeParse(CommentInput, {
    id: textOf(form, 'id'),
    statementId: idOf(form, 'statement'),
    text,
    revision: Number(textOf(form, 'revision')),
  });
  if (!input.success) throw new Problem('invalid');
  return input.output;
}
