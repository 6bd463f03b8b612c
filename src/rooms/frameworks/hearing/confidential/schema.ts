/** What is sealed: the words and the place they are about. */
export type SealedWords = { statementId: string | null; text: string };
export type OwnComment = SealedWords & { id: string };
/** More comments than this from one person is no longer an answer to a hearing. */
export const MOST_OWN_COMMENTS = 200;
