import { sql } from 'kysely';
import type { Tx } from '#database/tenant.ts';
import type { Findable } from '../places/rules.ts';
import type { VisibleVersion } from '../visible/read.server.ts';

/** What a published version can be found by never changes, so it is read once and kept: 16 million letters at most, the oldest go first. */
const MOST_LETTERS = 16_000_000;
const kept = new Map<string, { findables: Findable[]; letters: number }>();
let letters = 0;

/**
 * What can be found in the versions a person may read. Which versions those are has been asked of the database in this transaction;
 * what is kept is looked up by their ids and nothing else, and drafts are read anew each time.
 */
export async function findablesOf(tx: Tx, visible: readonly VisibleVersion[]): Promise<Findable[]> {
  const known = visible.flatMap((version) => (version.isDraft ? [] : (keptOf(version)?.findables ?? [])));
  const unknown = visible.filter((version) => version.isDraft || !kept.has(keyOf(version)));
  if (unknown.length === 0) return known;
  const byVersion = Map.groupBy(await readFindables(tx, unknown), ({ versionId }) => versionId);
  for (const version of unknown) if (!version.isDraft) keep(version, byVersion.get(version.versionId) ?? []);
  return [...known, ...[...byVersion.values()].flat()];
}

const keyOf = ({ organisationId, versionId }: VisibleVersion) => `${organisationId} ${versionId}`;

function keptOf(version: VisibleVersion) {
  const key = keyOf(version);
  const found = kept.get(key);
  if (found === undefined) return undefined;
  // Used again: the last to go.
  kept.delete(key);
  kept.set(key, found);
  return found;
}

function keep(version: VisibleVersion, findables: Findable[]): void {
  const size = findables.reduce((sum, { search }) => sum + search.length, 0);
  kept.set(keyOf(version), { findables, letters: size });
  letters += size;
  for (const [key, old] of kept) {
    if (letters <= MOST_LETTERS) return;
    kept.delete(key);
    letters -= old.letters;
  }
}

async function readFindables(tx: Tx, versions: readonly VisibleVersion[]): Promise<Findable[]> {
  const ids = versions.map(({ versionId }) => versionId);
  // The walls ask for the organisation themselves; it is named here so that the rows are found by their key.
  const organisation = versions[0]?.organisationId ?? null;
  const { rows } = await sql<Findable>`
    select version_id as "versionId", id as element, null::int as level, parent_id as parent, level as "atLevel", position, search
    from framework_elements where organisation_id = ${organisation} and version_id = any(${ids}::uuid[])
    union all
    select id, null, null, null, null, 0, search from framework_versions where organisation_id = ${organisation} and id = any(${ids}::uuid[])
    union all
    select version_id, null, position, null, null, position, search from framework_levels where organisation_id = ${organisation} and version_id = any(${ids}::uuid[])
    `.execute(tx);
  return rows;
}
