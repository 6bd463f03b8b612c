import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { searchableComments } from '../../hearing/search/read.server.ts';
import { excerpt, likenessTo, pieces, termsOf, wordsIn } from '../rules.ts';
import type { Piece, SearchInput } from '../schema.ts';
import { stemsOf } from '../stems/read.server.ts';

export type CommentHit = { commentId: string; hearing: string; href: string; text: Piece[] };

const SHOWN = 10;

/**
 * The comments of hearings that have all the words, among those this person may read. What somebody may read is the hearing's to say;
 * its list is short, so it is looked through as it is.
 */
export async function searchComments(tx: Tx, member: Member, { q, framework, page }: SearchInput): Promise<CommentHit[]> {
  const words = wordsIn(q);
  if (words.length === 0 || framework !== null || page > 1) return [];
  const comments = await searchableComments(tx, member);
  if (comments.length === 0) return [];
  const stems = await stemsOf(tx, [...new Set([...words, ...comments.flatMap(({ text }) => wordsIn(text))])]);
  const terms = termsOf(words, stems);
  const looks = terms.map(likenessTo);
  const hasWord = (look: (typeof looks)[number], word: string) => look(word, stems.get(word) ?? word) !== null;
  const hits = comments.flatMap((comment) => {
    const own = wordsIn(comment.text);
    if (looks.length === 0 || !looks.every((look) => own.some((word) => hasWord(look, word)))) return [];
    return [{ ...comment, text: excerpt(pieces(comment.text, (word) => looks.some((look) => hasWord(look, word)))) }];
  });
  return hits
    .slice(0, SHOWN)
    .map(({ commentId, hearingTitle, href, text }) => ({ commentId, hearing: hearingTitle, href, text }));
}
