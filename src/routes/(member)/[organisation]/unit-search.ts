import { fail, isActionFailure, type ActionFailure } from '@sveltejs/kit';
import type { OfferedUnits } from '#rooms/plans/units/schema.ts';
import { keeping, textOf, textsOf, typedIn, type Mended } from './typed.ts';

type Asked = { chosen: string[]; search: string };
type Searched = { problem?: undefined; errors: Record<string, string>; typed: Record<string, string[]>; units: OfferedUnits };

/**
 * Does what a form asks for, or looks for the units it asks for. Either way a form that stays has everything that was typed, and the
 * units that were searched for.
 */
export async function keepingUnits<T>(
  form: FormData,
  field: string,
  offer: (asked: Asked) => Promise<OfferedUnits>,
  work: () => Promise<T>,
): Promise<T | Searched | ActionFailure<Mended & { units: OfferedUnits }>> {
  const asked = { chosen: textsOf(form, field), search: textOf(form, `${field}-search`).slice(0, 100) };
  if (isSearching(form, field)) return { errors: {}, typed: typedIn(form), units: await offer(asked) };
  const done = await keeping(form, work);
  if (!isActionFailure(done)) return done as T;
  const { status, data } = done as unknown as ActionFailure<Mended>;
  return fail(status, { ...data, units: await offer(asked) });
}

/** The button beside the search was pressed; or Enter, when there are words that have not been searched for yet. */
function isSearching(form: FormData, field: string): boolean {
  if (textOf(form, 'next') === 'find') return true;
  const words = textOf(form, `${field}-search`);
  return textOf(form, 'enter') === field && words.trim() !== '' && words !== textOf(form, `${field}-searched`);
}
