import type { HistoryEntry } from '../schema.ts';

/** Saves one after another by the same person belong to one sitting when no pause between two of them is longer than this. */
const LONGEST_PAUSE_MINUTES = 30;

/** A change as it is shown: what it began with and ended with, and the saves it was made of, newest first. */
export type Sitting = HistoryEntry & { beganAt: Date; saves: HistoryEntry[] };

/** Saves of one sitting as one: newest first, as they come. Changes of words melt together, also into what was added in the same sitting. */
export function inSittings(entries: readonly HistoryEntry[]): Sitting[] {
  const sittings: Sitting[] = [];
  for (const entry of entries) {
    const later = sittings.at(-1);
    if (later !== undefined && sameSitting(later, entry))
      sittings[sittings.length - 1] = {
        ...later,
        action: entry.action,
        before: entry.before,
        beganAt: entry.at,
        saves: [...later.saves, entry],
      };
    else sittings.push({ ...entry, beganAt: entry.at, saves: [entry] });
  }
  return sittings.filter((one) => one.action !== 'edited' || JSON.stringify(one.before) !== JSON.stringify(one.after));
}

function sameSitting(later: Sitting, entry: HistoryEntry): boolean {
  return (
    later.action === 'edited' &&
    (entry.action === 'edited' || entry.action === 'added') &&
    later.authorId === entry.authorId &&
    later.author === entry.author &&
    later.versionId === entry.versionId &&
    later.beganAt.getTime() - entry.at.getTime() <= LONGEST_PAUSE_MINUTES * 60_000
  );
}
