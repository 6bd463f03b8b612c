import { m, type Locale } from '#base/text.ts';
import { kindNamer } from '../../presented/rules.ts';
import type { Book, Found } from '../books/rules.ts';
import { excerpt, pieces } from '../rules.ts';
import type { Hit, Piece } from '../schema.ts';

type Version = { versionId: string; frameworkId: string; title: string; isDraft: boolean };
type Material = {
  places: readonly { versionId: string; at: number }[];
  versions: ReadonlyMap<string, Version>;
  books: ReadonlyMap<string, Book>;
  isHit: (word: string) => boolean;
  locale: Locale;
};
type Marked = (text: string | null) => Piece[] | null;

/** How far up an element's ancestors are told, and how much of one without a title. */
const DEEPEST = 12;
const LONGEST_NAME = 60;

/** Hits as readers meet them: where it is, what it is called, and its words with what was looked for marked. */
export function presentHits({ places, versions, books, isHit, locale }: Material): Hit[] {
  const marked: Marked = (text) => (text === null ? null : pieces(text, isHit));
  return places.flatMap(({ versionId, at }): Hit[] => {
    const [version, book] = [versions.get(versionId), books.get(versionId)];
    const place = book?.places[at];
    if (version === undefined || book === undefined || place === undefined) return [];
    if (place.element !== null) return [elementHit(place, version, book, marked, locale)];
    return [place.level === null ? versionHit(version, marked) : levelHit(version, place.level, marked(place.title))];
  });
}

function elementHit(place: Found, version: Version, book: Book, marked: Marked, locale: Locale): Hit {
  const text = marked(place.text);
  const level = book.places.find((one) => one.level !== null && one.level === place.atLevel);
  return {
    ...inVersion(version),
    key: place.element ?? '',
    statementId: place.statementId,
    href: version.isDraft
      ? `${addressOf(version)}/draft?element=${place.element}#element-${place.element}`
      : `${addressOf(version)}#statement-${place.statementId}`,
    kindName: kindNamer(book.kindNames, locale)(place.kind ?? 'section'),
    levelName: level?.title ?? null,
    path: pathTo(place, book),
    title: marked(place.title),
    text: text === null ? null : excerpt(text),
  };
}

/** What an element hangs under, outermost first. */
function pathTo(place: Found, { places }: Book): string[] {
  const path: string[] = [];
  let above = places[place.parentAt ?? -1];
  while (above !== undefined && path.length < DEEPEST) {
    path.unshift(above.title ?? above.text?.slice(0, LONGEST_NAME) ?? '');
    above = places[above.parentAt ?? -1];
  }
  return path;
}

function versionHit(version: Version, marked: Marked): Hit {
  return {
    ...inVersion(version),
    key: version.versionId,
    href: version.isDraft ? `${addressOf(version)}/draft` : addressOf(version),
    kindName: m.search_kind_framework(),
    title: marked(version.title),
  };
}

function levelHit(version: Version, level: number, title: Piece[] | null): Hit {
  return {
    ...inVersion(version),
    key: `${version.versionId} ${level}`,
    href: `${addressOf(version)}/levels/${level}`,
    kindName: m.search_kind_level(),
    title,
  };
}

function inVersion({ frameworkId, versionId, title, isDraft }: Version): Omit<Hit, 'key' | 'href' | 'kindName' | 'title'> {
  return { frameworkId, versionId, statementId: null, framework: title, isDraft, levelName: null, path: [], text: null };
}

function addressOf({ frameworkId, versionId }: Version): string {
  return `/frameworks/${frameworkId}/versions/${versionId}`;
}
