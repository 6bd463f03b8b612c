import type { Statement } from '../../schema.ts';
import { sameWords } from '../rules.ts';
import type { Comment } from '../schema.ts';

export type TreatmentFilter = { search: string; open: boolean };

/** The comments that a search leaves: all its words in the comment, in what it is about, or in who it is from. */
export function filterComments(comments: readonly Comment[], about: Map<string, Statement>, filter: TreatmentFilter): Comment[] {
  const sought = sameWords(filter.search)
    .split(' ')
    .filter((word) => word !== '');
  return comments.filter((comment) => {
    if (filter.open && comment.answer !== null) return false;
    const statement = about.get(comment.statementId ?? '');
    const words = sameWords(
      [comment.text, comment.from?.name, statement?.title, statement?.text, comment.answer?.reason].filter(Boolean).join(' '),
    );
    return sought.every((word) => words.includes(word));
  });
}

/** What a statement says, as it is compared with itself later. */
export function wordsOf(statement: { title: string | null; text: string | null } | null): string {
  return [statement?.title, statement?.text].filter((part) => part !== null && part !== undefined && part !== '').join('\n\n');
}

export type Change = { statementId: string; before: Statement | null; after: Statement | null };

/** What became of the text that was heard: reworded, new and dropped statements, in the order of the new document, then what is gone. */
export function changesBetween(heard: readonly Statement[], now: readonly Statement[]): Change[] {
  const before = new Map(heard.map((statement) => [statement.statementId, statement]));
  const after = new Map(now.map((statement) => [statement.statementId, statement]));
  const kept = now.map((statement) => ({
    statementId: statement.statementId,
    before: before.get(statement.statementId) ?? null,
    after: statement,
  }));
  const gone = heard
    .filter((statement) => !after.has(statement.statementId))
    .map((statement) => ({ statementId: statement.statementId, before: statement, after: null }));
  return [...kept, ...gone].filter((change) => wordsOf(change.before) !== wordsOf(change.after));
}
