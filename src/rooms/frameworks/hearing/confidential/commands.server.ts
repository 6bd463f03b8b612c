import { found, Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { heardStatements, hearingFor, type OpenedHearing } from '../read.server.ts';
import { takesComments } from '../rules.ts';
import type { CommentInput, HeardStatement } from '../schema.ts';
import { lockHearing } from '../write.server.ts';
import { ownComments } from './read.server.ts';
import { MOST_OWN_COMMENTS, type OwnComment } from './schema.ts';
import { layDown, takeAway } from './write.server.ts';

export type OwnSheet = OpenedHearing & { statements: HeardStatement[]; comments: OwnComment[] };

/** The sheet an employee answers on, with what that employee alone has written so far. */
export async function ownSheet(member: Member, hearingId: string): Promise<OwnSheet> {
  return member.read(async (tx) => {
    const opened = await hearingFor(tx, member, hearingId);
    if (!opened.asEmployee) throw new Problem('not_found');
    const comments = await ownComments(tx, hearingId, member.personId);
    return { ...opened, statements: await heardStatements(tx, hearingId), comments };
  });
}

/** Saves what an employee says in confidence. It leaves no trail: that somebody wrote, and when, is part of what is kept. */
export async function saveOwnComment(member: Member, hearingId: string, input: CommentInput): Promise<void> {
  await inTenant(member, async (tx) => {
    await writing(tx, member, hearingId);
    if (input.statementId !== null)
      found((await heardStatements(tx, hearingId)).find(({ statementId }) => statementId === input.statementId));
    const own = await ownComments(tx, hearingId, member.personId);
    if (own.length >= MOST_OWN_COMMENTS && !own.some(({ id }) => id === input.id))
      throw new Problem('too_many', m.hearing_problem_too_many({ count: MOST_OWN_COMMENTS }));
    const { id, statementId, text } = input;
    await layDown(tx, hearingId, member.personId, { id, statementId, text });
  });
}

/** Takes back what an employee has said, as if it had never been written. */
export async function withdrawOwnComment(member: Member, hearingId: string, commentId: string): Promise<void> {
  if (!isId(commentId)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    await writing(tx, member, hearingId);
    await takeAway(tx, hearingId, member.personId, commentId);
  });
}

async function writing(tx: Tx, member: Member, hearingId: string): Promise<void> {
  await lockHearing(tx, hearingId);
  const { hearing, asEmployee } = await hearingFor(tx, member, hearingId);
  if (!asEmployee) throw new Problem('not_found');
  if (!takesComments(hearing)) throw new Problem('closed', m.hearing_problem_too_late_employee());
}
