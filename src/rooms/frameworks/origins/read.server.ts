import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { frameworkVersions } from '../versions/read.server.ts';
import type { HistoryAction, HistoryEntry, Origin, OriginKind, Snapshot } from './schema.ts';

/** Where the statements of a version come from. A statement without a row is the one of the version before, or new. */
export async function originsOf(tx: Tx, versionId: string): Promise<Map<string, Origin[]>> {
  return Map.groupBy(await originRows(tx, versionId), (origin) => origin.statementId);
}

/** The same, as a list. */
export async function originRows(tx: Tx, versionId: string): Promise<Origin[]> {
  const rows = await tx
    .selectFrom('framework_origins')
    .select(['statement_id', 'kind', 'from_version_id', 'from_statement_id', 'from_name'])
    .where('version_id', '=', versionId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    statementId: row.statement_id,
    kind: row.kind as OriginKind,
    from: { versionId: row.from_version_id, statementId: row.from_statement_id, name: row.from_name },
  }));
}

/** Every saved change of a statement in the drafts of a framework, newest first. */
export async function historyOf(tx: Tx, frameworkId: string, statementId: string): Promise<HistoryEntry[]> {
  if (!isId(frameworkId) || !isId(statementId)) return [];
  const rows = await tx
    .selectFrom('framework_statement_history as h')
    .innerJoin('framework_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'h.organisation_id').onRef('v.id', '=', 'h.version_id'),
    )
    .select(['h.id', 'h.version_id', 'h.statement_id', 'h.action', 'h.before', 'h.after', 'h.author_id', 'h.author_name', 'h.at'])
    .where('v.framework_id', '=', frameworkId)
    .where('h.statement_id', '=', statementId)
    .orderBy('h.at', 'desc')
    .orderBy('h.id', 'desc')
    .execute();
  const first = rows[0];
  const numbers = new Map(
    first === undefined ? [] : (await frameworkVersions(tx, first.version_id)).map((head) => [head.versionId, head.number]),
  );
  return rows.map((row) => ({
    id: row.id,
    versionId: row.version_id,
    versionNumber: numbers.get(row.version_id) ?? 0,
    statementId: row.statement_id,
    action: row.action as HistoryAction,
    before: row.before as Snapshot | null,
    after: row.after as Snapshot | null,
    authorId: row.author_id,
    author: row.author_name,
    at: row.at,
  }));
}

/**
 * Which statements can be followed from one version of a framework to a later one. A trend goes on while the meaning stays; it breaks
 * where a statement was replaced, split, merged or taken out on the way.
 */
export async function trendsBetween(tx: Tx, fromVersionId: string, toVersionId: string): Promise<Map<string, 'kept' | 'broken'>> {
  const versions = (await frameworkVersions(tx, toVersionId)).map((head) => head.versionId);
  const [from, to] = [versions.indexOf(fromVersionId), versions.indexOf(toVersionId)];
  const trends = new Map<string, 'kept' | 'broken'>();
  if (from < 0 || to < from) return trends;
  const statements = async (versionId: string): Promise<string[]> =>
    (await tx.selectFrom('framework_elements').select('statement_id').where('version_id', '=', versionId).execute()).map(
      (row) => row.statement_id,
    );
  const left = new Set(await statements(toVersionId));
  for (const statement of await statements(fromVersionId)) trends.set(statement, left.has(statement) ? 'kept' : 'broken');
  for (const versionId of versions.slice(from + 1, to + 1))
    for (const origin of await originRows(tx, versionId))
      if (['replaced', 'split', 'merged'].includes(origin.kind) && trends.has(origin.statementId))
        trends.set(origin.statementId, 'broken');
  return trends;
}
