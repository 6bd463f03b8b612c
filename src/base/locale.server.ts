import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale, type Locale } from './paraglide/runtime.js';

const storage = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => storage.getStore() ?? 'da');

/** Runs the work with all texts in the given language. */
export function inLocale<T>(locale: Locale, work: () => T): T {
  return storage.run(locale, work);
}
