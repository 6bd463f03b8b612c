import { m, type Locale } from '#base/text.ts';
import { ELEMENT_KINDS } from '#importing/open-format.ts';
import { kindNamer } from '../../presented/rules.ts';
import { excerpt, pieces } from '../rules.ts';
import type { Hit, Piece, Term } from '../schema.ts';

/** An element that was found, with what it hangs under, outermost first. */
export type FoundRow = {
  id: string;
  statementId: string;
  kind: string;
  title: string | null;
  text: string | null;
  levelName: string | null;
  kindName: string | null;
  path: string[];
};

type Version = { versionId: string; frameworkId: string; title: string; isDraft: boolean };
type Material = {
  places: readonly { version: string; element: string | null; level: number | null }[];
  rows: readonly FoundRow[];
  levels: readonly { version: string; position: number; name: string }[];
  terms: readonly Term[];
  versions: ReadonlyMap<string, Version>;
  stems: ReadonlyMap<string, string | null>;
  locale: Locale;
};

/** Hits as readers meet them: where it is, what it is called, and its words with what was looked for marked. */
export function presentHits(material: Material): Hit[] {
  const rows = new Map(material.rows.map((row) => [row.id, row]));
  const stems = new Map([...material.stems].flatMap(([word, stem]): [string, string][] => (stem === null ? [] : [[word, stem]])));
  const marked = (text: string | null): Piece[] | null => (text === null ? null : pieces(text, material.terms, stems));
  return material.places.flatMap(({ version: versionId, element, level }): Hit[] => {
    const version = material.versions.get(versionId);
    if (version === undefined) return [];
    if (element !== null) {
      const row = rows.get(element);
      return row === undefined ? [] : [elementHit(row, version, marked, material.locale)];
    }
    const name = material.levels.find((one) => one.version === versionId && one.position === level)?.name ?? version.title;
    return [level === null ? versionHit(version, marked) : levelHit(version, level, marked(name))];
  });
}

function elementHit(row: FoundRow, version: Version, marked: (text: string | null) => Piece[] | null, locale: Locale): Hit {
  const kind = ELEMENT_KINDS.find((one) => one === row.kind) ?? 'section';
  const text = marked(row.text);
  return {
    ...inVersion(version),
    key: row.id,
    statementId: row.statementId,
    href: version.isDraft
      ? `${addressOf(version)}/draft?element=${row.id}#element-${row.id}`
      : `${addressOf(version)}#statement-${row.statementId}`,
    kindName: kindNamer(row.kindName === null ? {} : { [kind]: row.kindName }, locale)(kind),
    levelName: row.levelName,
    path: row.path,
    title: marked(row.title),
    text: text === null ? null : excerpt(text),
  };
}

function versionHit(version: Version, marked: (text: string | null) => Piece[] | null): Hit {
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
