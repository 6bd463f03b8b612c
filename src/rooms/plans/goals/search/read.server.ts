import { sql } from 'kysely';
import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { MOST_PASSAGES, mayHave, passagesWith, quickWorth } from '#rooms/frameworks/search/passages/read.server.ts';
import type { Asked, Passage, PassageHits } from '#rooms/frameworks/search/schema.ts';
import type { Member } from '#rooms/people/proof.server.ts';

/** The goals and indicators that have the words. All of the organisation read its goals. */
export async function searchGoals(tx: Tx, member: Member, asked: Asked): Promise<PassageHits> {
  const whole = member.organisation.name;
  const [goals, indicators] = [await goalPassages(tx, asked, whole), await indicatorPassages(tx, asked)];
  return passagesWith(asked, [...goals, ...indicators], Math.max(goals.length, indicators.length));
}

async function goalPassages(tx: Tx, asked: Asked, whole: string): Promise<Passage[]> {
  const rows = await tx
    .selectFrom('goals as g')
    .leftJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 'g.organisation_id').onRef('u.id', '=', 'g.unit_id'))
    .select(['g.id', 'g.title', 'g.why', 'g.source', 'g.search', 'u.name as unit'])
    .where(mayHave(asked, 'g.search'))
    .orderBy(quickWorth(asked, 'g.search', { titled: true }), 'desc')
    .orderBy(sql`g.title collate "da-x-icu"`)
    .orderBy('g.id')
    .limit(MOST_PASSAGES)
    .execute();
  return rows.map(({ id, title, why, source, search, unit }) => ({
    ...{ key: id, title, search },
    href: `/goals/${id}`,
    kindName: m.search_kind_goal(),
    under: unit ?? whole,
    texts: [why, source],
  }));
}

async function indicatorPassages(tx: Tx, asked: Asked): Promise<Passage[]> {
  const rows = await tx
    .selectFrom('goal_indicators as i')
    .innerJoin('goals as g', (join) => join.onRef('g.organisation_id', '=', 'i.organisation_id').onRef('g.id', '=', 'i.goal_id'))
    .select(['i.id', 'i.goal_id', 'i.name', 'i.measure', 'i.feedback_name', 'i.search', 'g.title'])
    .where(mayHave(asked, 'i.search'))
    .orderBy(quickWorth(asked, 'i.search', { titled: true }), 'desc')
    .orderBy(sql`i.name collate "da-x-icu"`)
    .orderBy('i.id')
    .limit(MOST_PASSAGES)
    .execute();
  return rows.map((row) => ({
    ...{ key: row.id, title: row.name, search: row.search },
    href: `/goals/${row.goal_id}#${row.id}`,
    kindName: m.search_kind_indicator(),
    under: row.title,
    texts: [row.measure, row.feedback_name],
  }));
}
