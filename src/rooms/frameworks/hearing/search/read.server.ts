import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { MOST_PASSAGES, mayHave, passagesWith, quickWorth } from '../../search/passages/read.server.ts';
import { NO_PASSAGES, type Asked, type Passage, type PassageHits } from '../../search/schema.ts';
import { mayReadNote } from '../policy.ts';
import { allHearings } from '../read.server.ts';
import type { Comment, HearingFacts } from '../schema.ts';
import { heardComments } from '../treatment/read.server.ts';

/**
 * The comments in hearings and their answers that have the words, of those this member may read: all that are heard for those who hold
 * hearings, else those of published notes. Newest hearing first.
 */
export async function searchHearings(tx: Tx, member: Member, asked: Asked): Promise<PassageHits> {
  const hearings = (await allHearings(tx)).filter((hearing) => mayReadNote(member, hearing));
  if (hearings.length === 0) return NO_PASSAGES;
  const found = await commentsWithWords(
    tx,
    asked,
    hearings.map(({ id }) => id),
  );
  const byHearing = Map.groupBy(found, ({ hearing_id }) => hearing_id);
  const passages: Passage[] = [];
  for (const hearing of hearings) {
    const searches = new Map(byHearing.get(hearing.id)?.map((row) => [row.comment_id, row]));
    if (searches.size === 0) continue;
    for (const comment of await heardComments(tx, hearing, [...searches.keys()]))
      passages.push(...passagesOf(hearing, comment, searches.get(comment.id)));
  }
  return passagesWith(asked, passages, found.length);
}

type Searches = { comment: string; answer: string | null };

function passagesOf(hearing: HearingFacts, { id, text, answer }: Comment, searches: Searches | undefined): Passage[] {
  const at = { under: hearing.title, title: null, href: `/hearings/${hearing.id}/note#comment-${id}` };
  const said = { ...at, key: id, kindName: m.search_kind_comment(), texts: [text], search: searches?.comment ?? '' };
  if (answer === null) return [said];
  const kindName = m.search_kind_answer();
  return [said, { ...at, key: `${id} answer`, kindName, texts: [answer.reason], search: searches?.answer ?? '' }];
}

/** The comments of these hearings in which the comment or its answer may have the words. */
async function commentsWithWords(tx: Tx, asked: Asked, within: readonly string[]) {
  return tx
    .selectFrom('hearing_comments as c')
    .leftJoin('hearing_answers as a', (join) =>
      join
        .onRef('a.organisation_id', '=', 'c.organisation_id')
        .onRef('a.hearing_id', '=', 'c.hearing_id')
        .onRef('a.comment_id', '=', 'c.id'),
    )
    .select(['c.hearing_id', 'c.id as comment_id', 'c.search as comment', 'a.search as answer'])
    .where('c.hearing_id', 'in', within)
    .where((eb) => eb.or([mayHave(asked, 'c.search'), mayHave(asked, 'a.search')]))
    .orderBy(quickWorth(asked, 'c.search', { titled: false }), 'desc')
    .orderBy('c.id')
    .limit(MOST_PASSAGES)
    .execute();
}
