import { found } from '#base/errors.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { roleHolders } from '#rooms/people/roles/read.server.ts';
import { EDITING_ROLES } from '../../policy.ts';
import { statementsOf } from '../../read.server.ts';
import type { Statement } from '../../schema.ts';
import { heardStatements, heldHearing, type OpenedHearing } from '../read.server.ts';
import { alike, groupsOf, progressOf, type CommentGroup } from '../rules.ts';
import type { Comment, HeardStatement, HearingFacts, Outcome } from '../schema.ts';
import { filterComments, type TreatmentFilter } from './rules.ts';

/** What is heard, of the comments named or of all: those of bodies that have sent their answer, and employees' once they are opened. */
export async function heardComments(
  tx: Tx,
  hearing: Pick<HearingFacts, 'id' | 'closesAt'>,
  among: readonly string[] | null = null,
): Promise<Comment[]> {
  let query = tx
    .selectFrom('hearing_comments as c')
    .leftJoin('hearing_body_comments as b', (join) =>
      join
        .onRef('b.organisation_id', '=', 'c.organisation_id')
        .onRef('b.hearing_id', '=', 'c.hearing_id')
        .onRef('b.comment_id', '=', 'c.id'),
    )
    .leftJoin('hearing_bodies as s', (join) =>
      join
        .onRef('s.organisation_id', '=', 'b.organisation_id')
        .onRef('s.hearing_id', '=', 'b.hearing_id')
        .onRef('s.body_id', '=', 'b.body_id'),
    )
    .leftJoin('hearing_answers as a', (join) =>
      join
        .onRef('a.organisation_id', '=', 'c.organisation_id')
        .onRef('a.hearing_id', '=', 'c.hearing_id')
        .onRef('a.comment_id', '=', 'c.id'),
    )
    .select([
      'c.id',
      'c.statement_id',
      'c.text',
      's.body_id',
      's.name',
      's.replied_at',
      'a.outcome',
      'a.reason',
      'a.changed_statement_id',
      'a.revision',
      'a.answered_by_name',
    ])
    .where('c.hearing_id', '=', hearing.id)
    .where((eb) => eb.or([eb('b.comment_id', 'is', null), eb('s.replied_at', 'is not', null)]));
  if (among !== null) query = query.where('c.id', 'in', among);
  return (await query.orderBy('c.id').execute()).map((row) => ({
    id: row.id,
    statementId: row.statement_id,
    text: row.text,
    from:
      row.body_id === null || row.replied_at === null
        ? null
        : { bodyId: row.body_id, name: row.name ?? '', late: row.replied_at > hearing.closesAt },
    answer:
      row.outcome === null
        ? null
        : {
            outcome: row.outcome as Outcome,
            reason: row.reason ?? '',
            changedStatementId: row.changed_statement_id,
            revision: row.revision ?? 0,
            answeredBy: row.answered_by_name ?? '',
          },
  }));
}

/**
 * Who holds hearings today, and who has had a hand in this one: whoever set a deadline of it, and `member`. One of them may have written
 * in confidence before holding hearings, or may have given the role away for a while.
 */
export async function holdersOf(tx: Tx, member: Member, hearingId: string): Promise<string[]> {
  const set = await tx.selectFrom('hearing_deadlines').select('set_by').where('hearing_id', '=', hearingId).execute();
  const today = (await roleHolders(tx)).filter(({ roles }) => EDITING_ROLES.some((role) => roles.includes(role)));
  return [member.personId, ...set.map((row) => row.set_by), ...today.map(({ personId }) => personId)];
}

/** What those who hold a hearing treat: the text as it was heard and as it is now, and every comment. */
export type TreatmentSheet = OpenedHearing & { statements: HeardStatement[]; now: Statement[]; comments: Comment[] };

/** The sheet of the treatment, for those who hold the hearing. */
export async function treatmentSheet(tx: Tx, member: Member, hearingId: string): Promise<TreatmentSheet> {
  const opened = await heldHearing(tx, member, hearingId);
  return {
    ...opened,
    statements: await heardStatements(tx, hearingId),
    now: await statementsOf(tx, opened.hearing.versionId),
    comments: await heardComments(tx, opened.hearing),
  };
}

/** One comment to answer, with its statement then and now, and the comments that say the same and have no answer yet. */
export type CommentSheet = TreatmentSheet & { comment: Comment; heard: HeardStatement | null; same: Comment[] };

/** The sheet of one comment, for those who hold the hearing. */
export async function commentSheet(tx: Tx, member: Member, at: { hearing: string; comment: string }): Promise<CommentSheet> {
  const sheet = await treatmentSheet(tx, member, at.hearing);
  const comment = found(sheet.comments.find(({ id }) => id === at.comment));
  return {
    ...sheet,
    comment,
    heard: sheet.statements.find(({ statementId }) => statementId === comment.statementId) ?? null,
    same: alike(comment, sheet.comments).filter(({ answer }) => answer === null),
  };
}

const PAGE = 25;
/** One page of the treatment: the comments a filter leaves, by what they are about. */
export type TreatmentPage = OpenedHearing & {
  groups: CommentGroup[];
  progress: { answered: number; all: number };
  page: number;
  pages: number;
};

/** The comments of a hearing for those who hold it, in the order of the document, so many at a time. */
export async function treatmentPage(
  tx: Tx,
  member: Member,
  hearingId: string,
  filter: TreatmentFilter,
  asked: number,
): Promise<TreatmentPage> {
  const { statements, comments, hearing, bodies, mine, asEmployee, holds } = await treatmentSheet(tx, member, hearingId);
  const about = new Map(statements.map((statement) => [statement.statementId, statement]));
  const left = groupsOf(statements, filterComments(comments, about, filter)).flatMap((group) => group.comments);
  const pages = Math.max(1, Math.ceil(left.length / PAGE));
  const page = Math.min(Math.max(1, Math.floor(asked)), pages);
  const shown = left.slice((page - 1) * PAGE, page * PAGE);
  const opened = { hearing, bodies, mine, asEmployee, holds };
  return { ...opened, groups: groupsOf(statements, shown), progress: progressOf(comments), page, pages };
}
