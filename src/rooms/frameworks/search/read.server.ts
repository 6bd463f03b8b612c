import { sql } from 'kysely';
import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { findablesOf } from './documents/read.server.ts';
import { findPlaces, type Place } from './places/rules.ts';
import { presentHits, type FoundRow } from './presented/rules.ts';
import { termsOf, wordsIn } from './rules.ts';
import type { Hit, SearchInput, SearchResult, Term } from './schema.ts';
import { stemsOf } from './stems/read.server.ts';
import { visibleVersions, type Reader, type VisibleVersion } from './visible/read.server.ts';

const PAGE_SIZE = 20;
/** How far up an element's ancestors are told. */
const DEEPEST = 12;

const NOTHING: SearchResult = { hits: [], total: 0, pages: 1, matched: 0, words: 0, frameworks: [] };

/**
 * Where the words stand in the frameworks a person may read: in any form, as part of longer words, with or without æ ø å. Places that
 * have most of the words come, best first; a word may also stand in what is above the place, or be the name of its level.
 */
export async function searchFrameworks(tx: Tx, input: SearchInput, reader: Reader): Promise<SearchResult> {
  const words = wordsIn(input.q);
  if (words.length === 0) return NOTHING;
  const terms = termsOf(words, await stemsOf(tx, words));
  const visible = await visibleVersions(tx, reader);
  if (terms.length === 0 || visible.length === 0) return { ...NOTHING, words: terms.length };
  const chosen = visible.filter(({ frameworkId }) => input.framework === null || frameworkId === input.framework);
  const found = findPlaces(await findablesOf(tx, visible), terms, {
    chosen: new Set(chosen.map(({ versionId }) => versionId)),
    from: (input.page - 1) * PAGE_SIZE,
    most: PAGE_SIZE,
  });
  const byVersion = new Map(visible.map((version) => [version.versionId, version]));
  return {
    hits: await readHits(tx, found.places, terms, byVersion),
    total: found.total,
    pages: Math.max(1, Math.ceil(found.total / PAGE_SIZE)),
    matched: found.matched,
    words: terms.length,
    frameworks: countByFramework(found.counts, visible),
  };
}

/** What stands at the places of one page of hits, in their order. */
async function readHits(
  tx: Tx,
  places: readonly Place[],
  terms: readonly Term[],
  versions: ReadonlyMap<string, VisibleVersion>,
): Promise<Hit[]> {
  if (places.length === 0) return [];
  const elements = places.flatMap(({ element }) => element ?? []);
  const within = [...new Set(places.map(({ version }) => version))];
  const organisation = versions.values().next().value?.organisationId ?? null;
  const { rows } = await sql<FoundRow>`
    with recursive above as (
      select organisation_id, version_id, id, id as of, parent_id, title, text, 0 as depth
      from framework_elements
      where organisation_id = ${organisation} and version_id = any(${within}::uuid[]) and id = any(${elements}::uuid[])
      union all
      select e.organisation_id, e.version_id, e.id, a.of, e.parent_id, e.title, e.text, a.depth + 1
      from framework_elements e join above a on e.organisation_id = a.organisation_id and e.version_id = a.version_id and e.id = a.parent_id where a.depth < ${DEEPEST}
    )
    select e.id, e.statement_id as "statementId", e.kind, e.title, e.text, l.name as "levelName", k.name as "kindName",
      (select coalesce(json_agg(coalesce(a.title, left(a.text, 60)) order by a.depth desc), '[]') from above a where a.of = e.id and a.depth > 0) as path
    from framework_elements e
    left join framework_levels l on l.organisation_id = e.organisation_id and l.version_id = e.version_id and l.position = e.level
    left join framework_kind_names k on k.organisation_id = e.organisation_id and k.version_id = e.version_id and k.kind = e.kind
    where e.organisation_id = ${organisation} and e.version_id = any(${within}::uuid[]) and e.id = any(${elements}::uuid[])`.execute(
    tx,
  );
  const levels = await tx
    .selectFrom('framework_levels')
    .select(['version_id as version', 'position', 'name'])
    .where('organisation_id', '=', organisation)
    .where('version_id', 'in', within)
    .execute();
  const shown = [...rows.flatMap(({ title, text }) => [title ?? '', text ?? '']), ...levels.map(({ name }) => name)];
  const titles = within.map((version) => versions.get(version)?.title ?? '');
  const stems = await stemsOf(tx, wordsIn([...shown, ...titles].join(' ')));
  return presentHits({ places, rows, levels, terms, versions, stems, locale: locale() });
}

function countByFramework(counts: ReadonlyMap<string, number>, visible: readonly VisibleVersion[]): SearchResult['frameworks'] {
  const frameworks = new Map<string, SearchResult['frameworks'][number]>();
  for (const { versionId, frameworkId, title } of visible) {
    const count = counts.get(versionId) ?? 0;
    const known = frameworks.get(frameworkId) ?? { frameworkId, title, count: 0 };
    if (count > 0) frameworks.set(frameworkId, { ...known, count: known.count + count });
  }
  return [...frameworks.values()];
}
