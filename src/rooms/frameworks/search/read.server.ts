import { sql, type RawBuilder } from 'kysely';
import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { presentHits, type FoundRow } from './presented/rules.ts';
import { termsOf, tracesOf, waysOf, wordsIn } from './rules.ts';
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
  const found = await findPlaces(tx, terms, visible, input);
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

export type Place = { version: string; element: string | null; level: number | null };
type Found = { places: Place[]; total: number; matched: number; counts: Record<string, number> };

/** One pass over what the person may read: how many of the words each place has, and how well. */
async function findPlaces(tx: Tx, terms: Term[], visible: VisibleVersion[], { framework, page }: SearchInput): Promise<Found> {
  const versions = visible.map(({ versionId }) => versionId);
  const chosen = visible.filter((one) => framework === null || one.frameworkId === framework).map(({ versionId }) => versionId);
  const worths = sql.join(terms.map((term, at) => sql`${worthOf(term)} as ${sql.ref(`worth_${at}`)}`));
  const sum = sql.join(
    terms.map((_, at) => sql.ref(`worth_${at}`)),
    sql` + `,
  );
  const { rows } = await sql<{
    places: Place[] | null;
    total: number;
    matched: number | null;
    counts: Record<string, number> | null;
  }>`
    with own as materialized (
      select o.organisation_id, o.version_id, o.id as element, null::int as level, o.parent_id, o.level as at_level, o.position, ${worths}
      from framework_elements o
      where o.organisation_id = (select current_organisation()) and o.version_id = any(${versions}::uuid[]) and ${traced('o.search', terms)}
      union all
      select o.organisation_id, o.id, null, null, null, null, 0, ${worths}
      from framework_versions o
      where o.organisation_id = (select current_organisation()) and o.id = any(${versions}::uuid[]) and ${traced('o.search', terms)}
      union all
      select o.organisation_id, o.version_id, null, o.position, null, null, o.position, ${worths}
      from framework_levels o
      where o.organisation_id = (select current_organisation()) and o.version_id = any(${versions}::uuid[]) and ${traced('o.search', terms)}
    ), alone as materialized (
      select max(${sql.join(terms.map(hereOf), sql` + `)}) as matched from own o
    ), weighed as materialized (
      select o.version_id, o.element, o.level, o.position, ${matchedWords(terms)} as matched,
        (case when o.element is null and o.level is null then 2 else 1 end) * (${sum}) as worth
      from own o
    ), best as materialized (
      select * from weighed where worth > 0 and matched = (select max(matched) from weighed where worth > 0)
    ), wanted as materialized (
      select * from best where version_id = any(${chosen}::uuid[])
    ), page as (
      select * from wanted order by worth desc, version_id, position, element
      limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
    )
    select
      (select json_agg(json_build_object('version', version_id, 'element', element, 'level', level)
        order by worth desc, version_id, position, element) from page) as places,
      (select count(*)::int from wanted) as total,
      (select max(matched)::int from best) as matched,
      (select json_object_agg(version_id, count) from (select version_id, count(*) from best group by version_id) as by_version) as counts
    `.execute(tx);
  const [row] = rows;
  return { places: row?.places ?? [], total: row?.total ?? 0, matched: row?.matched ?? 0, counts: row?.counts ?? {} };
}

/** Whether a place may have one of the words. Cheap, and true a little too often; what a place is worth is asked afterwards. */
function traced(column: string, terms: readonly Term[]): RawBuilder<boolean> {
  const looks = [...new Set(terms.flatMap(tracesOf))].map((trace) => sql`strpos(${sql.ref(column)}, ${trace}) > 0`);
  return sql`(${sql.join(looks, sql` or `)})`;
}

const hereOf = (_: Term, at: number): RawBuilder<number> => sql`(o.${sql.ref(`worth_${at}`)} > 0)::int`;

/**
 * How many of the words stand in a place. Only when no place has all of them itself is it worth looking at what places hang under and
 * at the names of their levels.
 */
function matchedWords(terms: readonly Term[]): RawBuilder<number> {
  const here = sql<number>`${sql.join(terms.map(hereOf), sql` + `)}`;
  if (terms.length < 2) return here;
  const around = terms.map((_, at) => {
    const found = sql`${sql.ref(`worth_${at}`)} > 0`;
    // What stands above a place was found itself if it has the word: nothing needs to be read again.
    const above = sql`o.parent_id in (select element from own where element is not null and ${found})`;
    const level = sql`(o.version_id, o.at_level) in (select version_id, level from own where level is not null and ${found})`;
    return sql`(o.${found} or coalesce(${above}, false) or coalesce(${level}, false))::int`;
  });
  return sql<number>`case when (select matched from alone) >= ${terms.length} then ${here} else ${sql.join(around, sql` + `)} end`;
}

/** The best way a word was found in the place itself. */
function worthOf(term: Term): RawBuilder<number> {
  const ways = waysOf(term).map((way) =>
    'letters' in way
      ? sql`when strpos(o.search, ${way.letters}) > 0 then ${sql.lit(way.worth)}`
      : sql`when o.search ~ ${way.pattern} then ${sql.lit(way.worth)}`,
  );
  // Most places have one of the words at most: the others are ruled out before anything dear is tried.
  return sql`(case when not ${traced('o.search', [term])} then 0 ${sql.join(ways, sql` `)} else 0 end)`;
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
  const { rows } = await sql<FoundRow>`
    with recursive above as (
      select organisation_id, version_id, id, id as of, parent_id, title, text, 0 as depth
      from framework_elements
      where organisation_id = (select current_organisation()) and version_id = any(${within}::uuid[]) and id = any(${elements}::uuid[])
      union all
      select e.organisation_id, e.version_id, e.id, a.of, e.parent_id, e.title, e.text, a.depth + 1
      from framework_elements e join above a on e.organisation_id = a.organisation_id and e.version_id = a.version_id and e.id = a.parent_id where a.depth < ${DEEPEST}
    )
    select e.id, e.statement_id as "statementId", e.kind, e.title, e.text, l.name as "levelName", k.name as "kindName",
      (select coalesce(json_agg(coalesce(a.title, left(a.text, 60)) order by a.depth desc), '[]') from above a where a.of = e.id and a.depth > 0) as path
    from framework_elements e
    left join framework_levels l on l.organisation_id = e.organisation_id and l.version_id = e.version_id and l.position = e.level
    left join framework_kind_names k on k.organisation_id = e.organisation_id and k.version_id = e.version_id and k.kind = e.kind
    where e.organisation_id = (select current_organisation()) and e.version_id = any(${within}::uuid[]) and e.id = any(${elements}::uuid[])`.execute(
    tx,
  );
  const levels = await tx
    .selectFrom('framework_levels')
    .select(['version_id as version', 'position', 'name'])
    .where('version_id', 'in', within)
    .execute();
  const shown = [...rows.flatMap(({ title, text }) => [title ?? '', text ?? '']), ...levels.map(({ name }) => name)];
  const titles = within.map((version) => versions.get(version)?.title ?? '');
  const stems = await stemsOf(tx, wordsIn([...shown, ...titles].join(' ')));
  return presentHits({ places, rows, levels, terms, versions, stems, locale: locale() });
}

function countByFramework(counts: Record<string, number>, visible: readonly VisibleVersion[]): SearchResult['frameworks'] {
  const frameworks = new Map<string, SearchResult['frameworks'][number]>();
  for (const { versionId, frameworkId, title } of visible) {
    const count = counts[versionId] ?? 0;
    const known = frameworks.get(frameworkId) ?? { frameworkId, title, count: 0 };
    if (count > 0) frameworks.set(frameworkId, { ...known, count: known.count + count });
  }
  return [...frameworks.values()];
}
