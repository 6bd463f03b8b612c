import { Problem } from '#base/errors.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { statementsOf, versionHead } from '../../read.server.ts';
import type { Statement, VersionHead } from '../../schema.ts';
import { deadlinesOf, type Deadline } from '../deadline/read.server.ts';
import { mayReadNote } from '../policy.ts';
import { heardStatements, hearingFor, type OpenedHearing } from '../read.server.ts';
import { groupsOf, progressOf } from '../rules.ts';
import type { Comment, HeardStatement } from '../schema.ts';
import { heardComments } from '../treatment/read.server.ts';
import { changesBetween, type Change } from '../treatment/rules.ts';

/** A statement that was commented on or changed: how it was heard, how it reads now, what was said, and which comments changed it. */
export type NoteEntry = {
  statementId: string | null;
  heard: HeardStatement | null;
  now: Statement | null;
  changed: boolean;
  comments: Comment[];
  /** Comments on other statements that changed this one. */
  changedBy: Comment[];
};

/** Everything the hearing note says; page and files are made of it. */
export type HearingNote = OpenedHearing & {
  head: VersionHead | null;
  deadlines: Deadline[];
  entries: NoteEntry[];
  changes: Change[];
  progress: { answered: number; all: number };
  fromBodies: number;
  fromEmployees: number;
};

/** The hearing note as far as it has come, for those who may read it; published, with the wording it was published with. */
export async function noteFor(tx: Tx, member: Member, hearingId: string): Promise<HearingNote> {
  const opened = await hearingFor(tx, member, hearingId);
  if (!mayReadNote(member, opened.hearing)) throw new Problem('not_found');
  const { hearing } = opened;
  const heard = await heardStatements(tx, hearing.id);
  const wording = (await publishedWording(tx, hearing.id)) ?? (await statementsOf(tx, hearing.versionId));
  const comments = await heardComments(tx, hearing);
  const changes = changesBetween(heard, wording);
  return {
    ...opened,
    head: await versionHead(tx, hearing.versionId),
    deadlines: await deadlinesOf(tx, hearing.id),
    entries: entriesOf(heard, wording, comments, changes),
    changes,
    progress: progressOf(comments),
    fromBodies: comments.filter((comment) => comment.from !== null).length,
    fromEmployees: comments.filter((comment) => comment.from === null).length,
  };
}

async function publishedWording(tx: Tx, hearingId: string): Promise<Statement[] | null> {
  const row = await tx.selectFrom('hearing_notes').select('wording').where('hearing_id', '=', hearingId).executeTakeFirst();
  return row === undefined ? null : (row.wording as Statement[]);
}

/** First what was said about the whole; then each statement that was commented on or changed, in the order of the document. */
function entriesOf(
  heard: readonly HeardStatement[],
  wording: readonly Statement[],
  comments: readonly Comment[],
  changes: readonly Change[],
): NoteEntry[] {
  const now = new Map(wording.map((statement) => [statement.statementId, statement]));
  const changed = new Set(changes.map((change) => change.statementId));
  const groups = new Map(groupsOf(heard, comments).map((group) => [group.statement?.statementId ?? null, group.comments]));
  const before = new Set(heard.map(({ statementId }) => statementId));
  const added = wording.filter(({ statementId }) => !before.has(statementId));
  const whole = { statementId: null, heard: null, now: null, changed: false, comments: groups.get(null) ?? [], changedBy: [] };
  const places = [
    ...heard.map((statement) => ({ id: statement.statementId, heard: statement })),
    ...added.map((statement) => ({ id: statement.statementId, heard: null })),
  ];
  const each = places.map((place) => ({
    statementId: place.id,
    heard: place.heard,
    now: now.get(place.id) ?? null,
    changed: changed.has(place.id),
    comments: groups.get(place.id) ?? [],
    changedBy: comments.filter((one) => one.answer?.changedStatementId === place.id && one.statementId !== place.id),
  }));
  return [whole, ...each].filter((entry) => entry.changed || entry.comments.length > 0 || entry.changedBy.length > 0);
}
