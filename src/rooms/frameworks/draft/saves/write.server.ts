import { organisationOf, type Tx } from '#database/tenant.ts';
import { now, secondsAfter } from '#base/time.ts';
import type { VersionHead } from '../../schema.ts';
import { noteSave } from '../../origins/write.server.ts';
import type { Told } from '../../origins/schema.ts';
import { doubtsOf } from '../doubts/rules.ts';
import { countSave } from '../lock/write.server.ts';
import type { Manuscript } from '../schema.ts';
import { saveManuscript } from '../write.server.ts';
import { changesBetween, merged } from './rules.ts';
import type { Changes, Deed } from './schema.ts';

/** A draft taken by lockDraft, and who is changing it. */
export type TakenDraft = { head: VersionHead; personId: string; name: string };
export type Note = {
  what: Deed;
  /** What it was done to, as people call it. */
  name?: string;
  /** Saved by itself while somebody types: such saves, one right after the other, are one. */
  running?: boolean;
  /** What the words do not tell about where statements come from. */
  told?: Told;
};
const ONE_SITTING_SECONDS = 20;

/**
 * Stores a change of a draft, in the transaction in which the draft was taken: the words, each statement's history and origin, the log that
 * undo and other editors' pages read, and that doubtful places were looked at. Gives the new revision, and whether the save went on one just before.
 */
export async function saveDraft(
  tx: Tx,
  { head, personId, name }: TakenDraft,
  before: Manuscript,
  after: Manuscript,
  note: Note,
): Promise<{ revision: number; wentOn: boolean }> {
  const changes = changesBetween(before, after);
  if (changes.elements.length + changes.rests.length + changes.removals.length === 0)
    return { revision: head.revision, wentOn: true };
  const revision = head.revision + 1;
  await saveManuscript(tx, head.versionId, before, after);
  await countSave(tx, head, 'text');
  const author = { personId, name };
  await noteSave(tx, { versionId: head.versionId, author, before: before.elements, after: after.elements, told: note.told });
  const earlier = note.running === true ? await goesOnFrom(tx, head, personId, changes) : null;
  await tx
    .insertInto('framework_draft_saves')
    .values({
      organisation_id: await organisationOf(tx),
      version_id: head.versionId,
      revision,
      first_revision: earlier?.firstRevision ?? revision,
      person_id: personId,
      what: note.what,
      name: note.name ?? '',
      running: note.running === true,
      changes: JSON.stringify(earlier === null ? changes : merged(earlier.changes, changes)),
    })
    .execute();
  if (note.what === 'undo') await forgetSeen(tx, head.versionId, changes);
  else await seeTouched(tx, head.versionId, personId, before, changes);
  return { revision, wentOn: earlier !== null };
}

/** Notes which save took back another one; null when it stands again. */
export async function markUndone(tx: Tx, versionId: string, revision: number, undoneIn: number | null): Promise<void> {
  await tx
    .updateTable('framework_draft_saves')
    .set({ undone_in: undoneIn })
    .where('version_id', '=', versionId)
    .where('revision', '=', revision)
    .execute();
}

/** Notes that an editor has looked at places of the draft. */
export async function see(tx: Tx, versionId: string, personId: string, places: readonly string[]): Promise<void> {
  if (places.length === 0) return;
  const organisation = await organisationOf(tx);
  await tx
    .insertInto('framework_draft_sightings')
    .values(
      places.map((place) => ({ organisation_id: organisation, version_id: versionId, place_id: place, person_id: personId })),
    )
    .onConflict((conflict) => conflict.columns(['organisation_id', 'version_id', 'place_id']).doNothing())
    .execute();
}

/** The places are as if nobody had looked at them. */
export async function unsee(tx: Tx, versionId: string, places: readonly string[]): Promise<void> {
  if (places.length === 0) return;
  await tx
    .deleteFrom('framework_draft_sightings')
    .where('version_id', '=', versionId)
    .where('place_id', 'in', [...places])
    .execute();
}

/** The save just before, taken out, when this one goes on with it: the same person, still typing in the same element. */
async function goesOnFrom(
  tx: Tx,
  head: VersionHead,
  personId: string,
  changes: Changes,
): Promise<{ firstRevision: number; changes: Changes } | null> {
  const [element] = changes.elements;
  const row = await tx
    .selectFrom('framework_draft_saves')
    .select(['first_revision', 'changes'])
    .where('version_id', '=', head.versionId)
    .where('revision', '=', head.revision)
    .where('person_id', '=', personId)
    .where('running', '=', true)
    .where('undone_in', 'is', null)
    .where('saved_at', '>', secondsAfter(now(), -ONE_SITTING_SECONDS))
    .executeTakeFirst();
  const earlier = row?.changes as Changes | undefined;
  if (row === undefined || earlier === undefined || element === undefined || earlier.elements[0]?.id !== element.id) return null;
  await tx
    .deleteFrom('framework_draft_saves')
    .where('version_id', '=', head.versionId)
    .where('revision', '=', head.revision)
    .execute();
  return { firstRevision: row.first_revision, changes: earlier };
}

/** Whoever changes a doubtful place has looked at it. */
async function seeTouched(tx: Tx, versionId: string, personId: string, before: Manuscript, changes: Changes): Promise<void> {
  const touched = placesIn(changes);
  const doubtful = doubtsOf(before, touched);
  await see(
    tx,
    versionId,
    personId,
    doubtful.map(({ id }) => id),
  );
}

async function forgetSeen(tx: Tx, versionId: string, changes: Changes): Promise<void> {
  await unsee(tx, versionId, [...placesIn(changes)]);
}

/** What was changed itself; another place among its siblings is no change of an element. */
function placesIn({ elements, rests }: Changes): Set<string> {
  const changed = elements.filter(
    ({ before, after }) => before === null || after === null || Object.keys(after).some((field) => field !== 'position'),
  );
  return new Set([...changed, ...rests].map(({ id }) => id));
}
