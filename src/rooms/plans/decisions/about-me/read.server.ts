import type { Tx } from '#database/tenant.ts';

/** What a person has written in decision notes, for the person's own copy: the notes begun, and what was added later. */
export async function aboutMe(tx: Tx, personId: string): Promise<{ title: string; text: string; writtenAt: Date }[]> {
  const begun = await tx
    .selectFrom('decision_notes as n')
    .innerJoin('decision_note_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'n.organisation_id').onRef('v.note_id', '=', 'n.id'),
    )
    .select(['v.title', 'v.decision as text', 'v.written_at as writtenAt'])
    .where('n.written_by', '=', personId)
    .orderBy('v.written_at')
    .execute();
  const added = await tx
    .selectFrom('decision_note_additions as a')
    .innerJoin('decision_note_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'a.organisation_id').onRef('v.note_id', '=', 'a.note_id').on('v.number', '=', 1),
    )
    .select(['v.title', 'a.text', 'a.added_at as writtenAt'])
    .where('a.added_by', '=', personId)
    .orderBy('a.added_at')
    .execute();
  return [...begun, ...added];
}
