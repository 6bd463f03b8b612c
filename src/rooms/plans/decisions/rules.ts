import type { Alternative, Needed, NoteReach, NoteVersion, NoteWords } from './schema.ts';

/** An alternative in which something was written; empty rows of a form are none. */
export function isWritten({ name, pro, con }: Alternative): boolean {
  return name !== '' || pro !== '' || con !== '';
}

/** What is still missing before a note can be shared, in the order of the form. */
export function missingIn(words: NoteWords): Needed[] {
  const there: Record<Needed, boolean> = {
    title: words.title !== '',
    decision: words.decision !== '',
    decidedOn: words.decidedOn !== null,
    decidedBy: words.decidedBy !== '',
    // An alternative without a word for or against it is a name, not a choice that was weighed.
    alternatives: words.alternatives.some((one) => one.name !== '' && (one.pro !== '' || one.con !== '')),
    tradeoffs: words.tradeoffs !== '',
    heard: words.heard !== '',
    told: words.told !== '',
  };
  return (Object.keys(there) as Needed[]).filter((part) => !there[part]);
}

/** The wording people read: the newest that has been shared; null for a note that never was. */
export function sharedVersion<T extends Pick<NoteVersion, 'number' | 'sharedAt'>>(versions: readonly T[]): T | null {
  return versions.filter((version) => version.sharedAt !== null).toSorted((a, b) => b.number - a.number)[0] ?? null;
}

/** The wording that is worked on; null when there is none. */
export function draftVersion<T extends Pick<NoteVersion, 'sharedAt'>>(versions: readonly T[]): T | null {
  return versions.find((version) => version.sharedAt === null) ?? null;
}

/** The units a note concerns, each with everything below it; null stands for the whole organisation. */
export function unitsConcerned(note: { reach: NoteReach; unitId: string; units: readonly { id: string }[] }): string[] | null {
  if (note.reach === 'organisation') return null;
  return note.reach === 'branch' ? [note.unitId] : [note.unitId, ...note.units.map((unit) => unit.id)];
}

/** Does a note concern one of these units? A unit named stands for everything below it. `pathOf`: a unit and all above it. */
export function concerns(
  note: { reach: NoteReach; unitId: string; units: readonly { id: string }[] },
  ownUnits: readonly string[],
  pathOf: (unitId: string) => readonly string[],
): boolean {
  const named = unitsConcerned(note);
  return named === null || ownUnits.some((own) => pathOf(own).some((unit) => named.includes(unit)));
}

/** Has the note all the words that were searched for? Case and order do not matter. */
export function matches(words: Pick<NoteWords, 'title' | 'decision' | 'tradeoffs' | 'explanation'>, search: string): boolean {
  const text = `${words.title} ${words.decision} ${words.tradeoffs} ${words.explanation}`.toLocaleLowerCase('da');
  return search
    .toLocaleLowerCase('da')
    .split(/\s+/)
    .every((word) => text.includes(word));
}
