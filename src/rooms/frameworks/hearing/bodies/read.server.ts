import { found } from '#base/errors.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { heardStatements, hearingFor, type OpenedHearing } from '../read.server.ts';
import type { AskedBody, HeardStatement } from '../schema.ts';

/** A comment as the body that writes it sees it. */
export type BodyComment = {
  id: string;
  statementId: string | null;
  text: string;
  revision: number;
  writtenBy: string;
  writtenAt: Date;
};

/** What a body answers on: the text, its own comments so far, and whether the answer is sent. */
export type BodySheet = OpenedHearing & { body: AskedBody; statements: HeardStatement[]; comments: BodyComment[] };

/** The sheet of a body, for those who act for it; to all others it does not exist. */
export async function bodySheet(tx: Tx, member: Member, at: { hearing: string; body: string }): Promise<BodySheet> {
  const opened = await hearingFor(tx, member, at.hearing);
  const body = found(opened.mine.find(({ id }) => id === at.body));
  const statements = await heardStatements(tx, opened.hearing.id);
  return { ...opened, body, statements, comments: await bodyComments(tx, opened.hearing.id, body.id) };
}

/** A body's comments in the order of their writing. */
export async function bodyComments(tx: Tx, hearingId: string, bodyId: string): Promise<BodyComment[]> {
  const rows = await tx
    .selectFrom('hearing_body_comments as b')
    .innerJoin('hearing_comments as c', (join) =>
      join
        .onRef('c.organisation_id', '=', 'b.organisation_id')
        .onRef('c.hearing_id', '=', 'b.hearing_id')
        .onRef('c.id', '=', 'b.comment_id'),
    )
    .select([
      'c.id',
      'c.statement_id as statementId',
      'c.text',
      'b.revision',
      'b.written_by_name as writtenBy',
      'b.written_at as writtenAt',
    ])
    .where('b.hearing_id', '=', hearingId)
    .where('b.body_id', '=', bodyId)
    .orderBy('b.written_at')
    .orderBy('c.id')
    .execute();
  return rows;
}
