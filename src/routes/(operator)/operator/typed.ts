import { fail, type ActionFailure } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';

/** What a form gets back when something can be mended, with what was typed. */
export type Mended = {
  problem: { message: string; code: string };
  errors: Record<string, string>;
  typed: Record<string, string>;
};

/** Does what a form asks for; what can be mended goes back to the form with everything that was typed. */
export async function keeping<T>(form: FormData, work: () => Promise<T>): Promise<T | ActionFailure<Mended>> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code !== 'invalid') throw thrown;
    const typed = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    return fail(thrown.status, { problem: { message: thrown.message, code: thrown.code }, errors: thrown.fields, typed });
  }
}
