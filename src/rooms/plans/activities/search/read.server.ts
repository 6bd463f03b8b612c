import { sql } from 'kysely';
import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { MOST_PASSAGES, mayHave, passagesWith, quickWorth } from '#rooms/frameworks/search/passages/read.server.ts';
import type { Asked, PassageHits } from '#rooms/frameworks/search/schema.ts';
import type { Member } from '#rooms/people/proof.server.ts';

/** The activities that have the words. Everybody of the organisation reads the year wheel. */
export async function searchActivities(tx: Tx, member: Member, asked: Asked): Promise<PassageHits> {
  const rows = await tx
    .selectFrom('activities as a')
    .leftJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 'a.organisation_id').onRef('u.id', '=', 'a.unit_id'))
    .select(['a.id', 'a.name', 'a.how', 'a.responsible', 'a.search', 'u.name as unit'])
    .where(mayHave(asked, 'a.search'))
    .orderBy(quickWorth(asked, 'a.search', { titled: true }), 'desc')
    .orderBy(sql`a.name collate "da-x-icu"`)
    .orderBy('a.id')
    .limit(MOST_PASSAGES)
    .execute();
  const passages = rows.map(({ id, name, how, responsible, search, unit }) => ({
    ...{ key: id, title: name, search },
    href: `/year/${id}`,
    kindName: m.year_use(),
    under: unit ?? member.organisation.name,
    texts: [how, responsible],
  }));
  return passagesWith(asked, passages);
}
