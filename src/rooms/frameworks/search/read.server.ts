import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { libraryOf } from './books/read.server.ts';
import { findPlaces } from './places/rules.ts';
import { presentHits } from './presented/rules.ts';
import { termsOf, wordsIn } from './rules.ts';
import type { SearchInput, SearchResult } from './schema.ts';
import { stemsOf } from './stems/read.server.ts';
import { visibleVersions, type Reader, type VisibleVersion } from './visible/read.server.ts';

const PAGE_SIZE = 20;

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
  const library = await libraryOf(tx, visible);
  const found = findPlaces(library, terms, {
    chosen: new Set(chosen.map(({ versionId }) => versionId)),
    from: (input.page - 1) * PAGE_SIZE,
    most: PAGE_SIZE,
  });
  const versions = new Map(visible.map((version) => [version.versionId, version]));
  return {
    hits: presentHits({ places: found.places, versions, books: library.books, isHit: found.isHit, locale: locale() }),
    total: found.total,
    pages: Math.max(1, Math.ceil(found.total / PAGE_SIZE)),
    matched: found.matched,
    words: terms.length,
    frameworks: countByFramework(found.counts, visible),
  };
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
