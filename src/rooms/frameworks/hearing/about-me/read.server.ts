import type { Tx } from '#database/tenant.ts';
import { ownComments } from '../confidential/read.server.ts';
import { allHearings } from '../read.server.ts';

/** What a person has written in hearings, for the person's own copy: for bodies, and in confidence while it lies sealed. */
export async function aboutMe(
  tx: Tx,
  personId: string,
): Promise<{ hearing: string; body: string | null; text: string; writtenAt: Date | null }[]> {
  const written = await tx
    .selectFrom('hearing_body_comments as b')
    .innerJoin('hearing_comments as c', (join) =>
      join
        .onRef('c.organisation_id', '=', 'b.organisation_id')
        .onRef('c.hearing_id', '=', 'b.hearing_id')
        .onRef('c.id', '=', 'b.comment_id'),
    )
    .innerJoin('hearing_bodies as s', (join) =>
      join
        .onRef('s.organisation_id', '=', 'b.organisation_id')
        .onRef('s.hearing_id', '=', 'b.hearing_id')
        .onRef('s.body_id', '=', 'b.body_id'),
    )
    .innerJoin('hearings as h', (join) =>
      join.onRef('h.organisation_id', '=', 'b.organisation_id').onRef('h.id', '=', 'b.hearing_id'),
    )
    .select(['h.title as hearing', 's.name as body', 'c.text', 'b.written_at as writtenAt'])
    .where('b.written_by', '=', personId)
    .orderBy('b.written_at')
    .execute();
  const own = [];
  for (const hearing of await allHearings(tx))
    for (const { text } of await ownComments(tx, hearing.id, personId))
      own.push({ hearing: hearing.title, body: null, text, writtenAt: null });
  return [...written, ...own];
}
