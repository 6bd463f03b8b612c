import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { mayReadNote } from '../policy.ts';
import { allHearings } from '../read.server.ts';
import { heardComments } from '../treatment/read.server.ts';

/** A comment that a member may find by its words. */
export type SearchableComment = {
  hearingId: string;
  hearingTitle: string;
  commentId: string;
  statementId: string | null;
  text: string;
  /** Below the organisation's address. */
  href: string;
};

const MOST = 2000;

/** The comments this member may read: all that are heard for those who hold hearings, else those of published notes. Newest hearing first. */
export async function searchableComments(tx: Tx, member: Member): Promise<SearchableComment[]> {
  const found: SearchableComment[] = [];
  for (const hearing of (await allHearings(tx)).filter((one) => mayReadNote(member, one))) {
    if (found.length >= MOST) break;
    for (const { id, statementId, text } of await heardComments(tx, hearing))
      found.push({
        hearingId: hearing.id,
        hearingTitle: hearing.title,
        commentId: id,
        statementId,
        text,
        href: `/hearings/${hearing.id}/note#comment-${id}`,
      });
  }
  return found.slice(0, MOST);
}
