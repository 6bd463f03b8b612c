// Every text a person reads comes from the message catalogue; this is the one door to it.
import * as m from './paraglide/messages.js';
import { getLocale, type Locale } from './paraglide/runtime.js';

export { m };
export type { Locale };
export const LOCALES = ['da', 'en'] as const satisfies readonly Locale[];

/** The language of the request or job that is running now. */
export function locale(): Locale {
  return getLocale();
}

/** Takes any value for a language; what is not one of ours is null. */
export function asLocale(value: unknown): Locale | null {
  return value === 'da' || value === 'en' ? value : null;
}
