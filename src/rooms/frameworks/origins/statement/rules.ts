import type { HistoryEntry } from '../schema.ts';

/** Saves one after another by the same person are one change when they lie no further apart than this. */
const SITTING_MINUTES = 10;

/** Saves of one sitting as one: newest first, as they come. Only changes of words melt together; what they began with is kept. */
export function inSittings(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const sittings: HistoryEntry[] = [];
  for (const entry of entries) {
    const later = sittings.at(-1);
    const one =
      later !== undefined &&
      later.action === 'edited' &&
      entry.action === 'edited' &&
      later.author === entry.author &&
      later.versionId === entry.versionId &&
      later.at.getTime() - entry.at.getTime() < SITTING_MINUTES * 60_000;
    if (later !== undefined && one) sittings[sittings.length - 1] = { ...later, before: entry.before };
    else sittings.push(entry);
  }
  return sittings.filter((entry) => entry.action !== 'edited' || JSON.stringify(entry.before) !== JSON.stringify(entry.after));
}
