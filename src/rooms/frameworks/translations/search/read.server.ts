import { sql } from 'kysely';
import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { MOST_PASSAGES, mayHave, passagesWith, quickWorth } from '../../search/passages/read.server.ts';
import type { Asked, PassageHits } from '../../search/schema.ts';

/**
 * The units' own words for what a framework says, where they have the words that are looked for. Everybody of the organisation reads
 * them, as long as the framework holds and the unit is there.
 */
export async function searchTranslations(tx: Tx, asked: Asked): Promise<PassageHits> {
  const rows = await tx
    .selectFrom('framework_translations as t')
    .innerJoin('units as u', (join) => join.onRef('u.organisation_id', '=', 't.organisation_id').onRef('u.id', '=', 't.unit_id'))
    .innerJoin('frameworks as f', (join) =>
      join.onRef('f.organisation_id', '=', 't.organisation_id').onRef('f.id', '=', 't.framework_id'),
    )
    .select(['t.framework_id', 't.unit_id', 't.statement_id', 't.text', 't.search', 'u.name as unit', 'f.title'])
    .where(mayHave(asked, 't.search'))
    .where('u.ended_on', 'is', null)
    .where(isPublished)
    .orderBy(quickWorth(asked, 't.search', { titled: false }), 'desc')
    .orderBy(sql`u.name collate "da-x-icu"`)
    .orderBy('t.statement_id')
    .limit(MOST_PASSAGES)
    .execute();
  const passages = rows.map((row) => ({
    key: `${row.framework_id} ${row.unit_id} ${row.statement_id}`,
    href: `/frameworks/${row.framework_id}/translations/${row.unit_id}#statement-${row.statement_id}`,
    kindName: m.hierarchy_translations(),
    under: `${row.unit} › ${row.title}`,
    title: null,
    texts: [row.text],
    search: row.search,
  }));
  return passagesWith(asked, passages);
}

/** The framework has a version that was published. */
const isPublished = sql<boolean>`exists (
  select from framework_versions v where v.organisation_id = t.organisation_id and v.framework_id = t.framework_id and v.published_at is not null
)`;
