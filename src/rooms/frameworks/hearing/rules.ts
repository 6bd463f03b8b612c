import type { AskedBody, Comment, HeardStatement, HearingFacts, HearingState } from './schema.ts';

type Moments = Pick<HearingFacts, 'closesAt' | 'treatmentBeganAt' | 'treatedAt' | 'publishedAt'>;

/** Where a hearing is: it follows from what has happened to it. */
export function stateOf(hearing: Moments, moment: Date): HearingState {
  if (hearing.publishedAt !== null) return 'published';
  if (hearing.treatedAt !== null) return 'treated';
  if (hearing.treatmentBeganAt !== null) return 'treating';
  return hearing.closesAt <= moment ? 'past_deadline' : 'open';
}

/** Comments are taken until the treatment begins: in time before the deadline, marked as late after it. */
export function takesComments(hearing: { state: HearingState }): boolean {
  return hearing.state === 'open' || hearing.state === 'past_deadline';
}

/** An answer is late when it was sent after the deadline that held in the end. */
export function isLate(repliedAt: Date | null, closesAt: Date): boolean {
  return repliedAt !== null && repliedAt > closesAt;
}

/** How far the treatment is. */
export function progressOf(comments: readonly Pick<Comment, 'answer'>[]): { answered: number; all: number } {
  return { answered: comments.filter((comment) => comment.answer !== null).length, all: comments.length };
}

/** The words of a comment as they are compared with others: two that differ only in case or spaces say the same. */
export function sameWords(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('da').replace(/\s+/g, ' ').trim();
}

/** The comments on the same place that say the same as this one. */
export function alike(comment: Comment, comments: readonly Comment[]): Comment[] {
  const words = sameWords(comment.text);
  return comments.filter(
    (other) => other.id !== comment.id && other.statementId === comment.statementId && sameWords(other.text) === words,
  );
}

export type CommentGroup = { statement: HeardStatement | null; comments: Comment[] };

/** Comments by what they are about: first those about the whole, then statement by statement in the order of the document. */
export function groupsOf(statements: readonly HeardStatement[], comments: readonly Comment[]): CommentGroup[] {
  const by = Map.groupBy(comments, (comment) => comment.statementId);
  const places: (HeardStatement | null)[] = [null, ...statements];
  return places
    .map((statement) => ({ statement, comments: inOrder(by.get(statement?.statementId ?? null) ?? []) }))
    .filter((group) => group.comments.length > 0);
}

/** Bodies by name, then employees by an id that tells nothing: always the same order, and never that of their coming. */
function inOrder(comments: readonly Comment[]): Comment[] {
  const key = (comment: Comment): [number, string] => (comment.from === null ? [1, comment.id] : [0, comment.from.name]);
  return comments.toSorted((a, b) => {
    const [[kindA, nameA], [kindB, nameB]] = [key(a), key(b)];
    return kindA - kindB || nameA.localeCompare(nameB, 'da') || a.id.localeCompare(b.id);
  });
}

/** Who has answered among those asked, and who has not. */
export function answeredOf(bodies: readonly AskedBody[]): { answered: AskedBody[]; silent: AskedBody[] } {
  return {
    answered: bodies.filter((body) => body.repliedAt !== null),
    silent: bodies.filter((body) => body.repliedAt === null),
  };
}
