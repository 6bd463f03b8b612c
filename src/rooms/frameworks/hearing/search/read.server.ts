import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { mayHave, passagesWith } from '../../search/passages/read.server.ts';
import type { Asked, Passage, PassageHits } from '../../search/schema.ts';
import { mayReadNote } from '../policy.ts';
import { allHearings } from '../read.server.ts';
import { heardComments } from '../treatment/read.server.ts';

/**
 * The comments in hearings and their answers that have the words, of those this member may read: all that are heard for those who hold
 * hearings, else those of published notes. Newest hearing first.
 */
export async function searchHearings(tx: Tx, member: Member, asked: Asked): Promise<PassageHits> {
  const found = await wordsFound(tx, asked);
  const within = new Set(found.map(({ hearing_id }) => hearing_id));
  if (within.size === 0) return { hits: [], total: 0 };
  const searches = new Map(found.map(({ comment_id, comment, answer }) => [comment_id, { comment, answer }]));
  const passages: Passage[] = [];
  for (const hearing of await allHearings(tx)) {
    if (!within.has(hearing.id) || !mayReadNote(member, hearing)) continue;
    for (const { id, text, answer } of await heardComments(tx, hearing)) {
      const search = searches.get(id);
      const at = { under: hearing.title, title: null, href: `/hearings/${hearing.id}/note#comment-${id}` };
      if (search?.comment)
        passages.push({ ...at, key: id, kindName: m.search_kind_comment(), texts: [text], search: search.comment });
      if (search?.answer && answer !== null)
        passages.push({
          ...at,
          key: `${id} answer`,
          kindName: m.search_kind_answer(),
          texts: [answer.reason],
          search: search.answer,
        });
    }
  }
  return passagesWith(asked, passages);
}

/** What may have the words, whoever may read it. */
async function wordsFound(tx: Tx, asked: Asked) {
  return tx
    .selectFrom('hearing_comments as c')
    .leftJoin('hearing_answers as a', (join) =>
      join
        .onRef('a.organisation_id', '=', 'c.organisation_id')
        .onRef('a.hearing_id', '=', 'c.hearing_id')
        .onRef('a.comment_id', '=', 'c.id'),
    )
    .select(['c.hearing_id', 'c.id as comment_id', 'c.search as comment', 'a.search as answer'])
    .where((eb) => eb.or([mayHave(asked, 'c.search'), mayHave(asked, 'a.search')]))
    .execute();
}
