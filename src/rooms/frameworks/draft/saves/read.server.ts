import type { Tx } from '#database/tenant.ts';
import { DEEDS, type Changes, type Save } from './schema.ts';

const FAR_ENOUGH_BACK = 60;

/** A person's own latest saves of a draft, newest first: as far back as undo reaches. */
export async function savesOf(tx: Tx, versionId: string, personId: string): Promise<Save[]> {
  const rows = await tx
    .selectFrom('framework_draft_saves')
    .select(['revision', 'person_id', 'what', 'name', 'changes', 'undone_in'])
    .where('version_id', '=', versionId)
    .where('person_id', '=', personId)
    .orderBy('revision', 'desc')
    .limit(FAR_ENOUGH_BACK)
    .execute();
  return rows.map((row) => ({
    revision: row.revision,
    personId: row.person_id,
    what: DEEDS.find((deed) => deed === row.what) ?? 'edit',
    name: row.name,
    changes: row.changes as Changes,
    undoneIn: row.undone_in,
  }));
}

/** What was touched by the saves after a revision, and who else saved. `whole` is false where the log does not tell everything. */
export async function touchedSince(
  tx: Tx,
  versionId: string,
  since: number,
  now: number,
): Promise<{ elements: Set<string>; rests: Set<string>; people: Set<string>; whole: boolean }> {
  const rows =
    since >= now
      ? []
      : await tx
          .selectFrom('framework_draft_saves')
          .select(['revision', 'first_revision', 'person_id', 'changes'])
          .where('version_id', '=', versionId)
          .where('revision', '>', since)
          .orderBy('revision')
          .execute();
  const changes = rows.map((row) => row.changes as Changes);
  // Saves while typing are one row from its first revision to its last; a gap is a save that this log knows nothing of.
  const covered = rows.reduce((at, row) => (row.first_revision <= at + 1 ? row.revision : at), since);
  return {
    elements: new Set(changes.flatMap(({ elements }) => elements.map(({ id }) => id))),
    rests: new Set(changes.flatMap(({ rests }) => rests.map(({ id }) => id))),
    people: new Set(rows.map((row) => row.person_id)),
    whole: covered >= now,
  };
}

/** The places of a draft that editors have looked at. */
export async function seenIn(tx: Tx, versionId: string): Promise<Set<string>> {
  const rows = await tx.selectFrom('framework_draft_sightings').select('place_id').where('version_id', '=', versionId).execute();
  return new Set(rows.map((row) => row.place_id));
}
