import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { searchableComments } from '../../hearing/search/read.server.ts';
import { excerpt, pieces, termsOf, wordsIn } from '../rules.ts';
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
  const known = new Map([...stems].flatMap(([word, stem]): [string, string][] => (stem === null ? [] : [[word, stem]])));
  const hits = comments.flatMap((comment) => {
    const cut = pieces(comment.text, terms, known);
    const hit = wordsIn(cut.flatMap((piece) => (piece.hit ? [piece.text] : [])).join(' '));
    const all = terms.every((term) => pieces(hit.join(' '), [term], known).some((piece) => piece.hit));
    return all && terms.length > 0 ? [{ ...comment, text: excerpt(cut) }] : [];
  });
  return hits
    .slice(0, SHOWN)
    .map(({ commentId, hearingTitle, href, text }) => ({ commentId, hearing: hearingTitle, href, text }));
}
