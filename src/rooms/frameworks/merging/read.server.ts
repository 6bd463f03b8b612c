import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { shortName } from '../draft/removals/rules.ts';
import { originsOf } from '../origins/read.server.ts';
import { statementsOf, versionHead } from '../read.server.ts';
import type { Statement, VersionHead } from '../schema.ts';
import { isDraft } from '../rules.ts';
import { provenanceOf } from './rules.ts';
import type { Merge, MergeInput, MergePair, PairDecision, Provenance, ShownPair } from './schema.ts';

/** What a version was put together of; null when it was not. */
export async function mergeOf(tx: Tx, versionId: string): Promise<Merge | null> {
  if (!isId(versionId)) return null;
  const row = await tx.selectFrom('framework_merges').selectAll().where('version_id', '=', versionId).executeTakeFirst();
  if (row === undefined) return null;
  return {
    versionId,
    first: { versionId: row.first_version_id, name: row.first_name },
    second: { versionId: row.second_version_id, name: row.second_name },
    madeBy: row.made_by_name,
    madeAt: row.made_at,
  };
}

/** The newest version of a framework that was put together of two; null when none was. */
export async function mergedVersionOf(tx: Tx, frameworkId: string): Promise<string | null> {
  if (!isId(frameworkId)) return null;
  const row = await tx
    .selectFrom('framework_merges as m')
    .innerJoin('framework_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'm.organisation_id').onRef('v.id', '=', 'm.version_id'),
    )
    .select('m.version_id')
    .where('v.framework_id', '=', frameworkId)
    .orderBy('v.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version_id ?? null;
}

/** A draft that was put together of these two under this title, and that nobody has worked on yet; null when there is none. */
export async function untouchedMerge(
  tx: Tx,
  { first, second, title }: MergeInput,
): Promise<{ frameworkId: string; versionId: string } | null> {
  if (!isId(first) || !isId(second)) return null;
  const row = await tx
    .selectFrom('framework_merges as m')
    .innerJoin('framework_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'm.organisation_id').onRef('v.id', '=', 'm.version_id'),
    )
    .select(['v.framework_id as frameworkId', 'v.id as versionId'])
    .where('m.first_version_id', '=', first)
    .where('m.second_version_id', '=', second)
    .where('v.title', '=', title)
    .where('v.revision', '=', 1)
    .where('v.published_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Statements that seem to say the same, the most alike first. */
export async function mergePairs(tx: Tx, versionId: string): Promise<MergePair[]> {
  const rows = await tx
    .selectFrom('framework_merge_pairs')
    .select(['id', 'first_statement_id', 'second_statement_id', 'alike', 'decision', 'decided_by_name'])
    .where('version_id', '=', versionId)
    .orderBy('alike', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    firstId: row.first_statement_id,
    secondId: row.second_statement_id,
    alike: row.alike,
    decision: row.decision as PairDecision | null,
    decidedBy: row.decided_by_name,
  }));
}

export type MergeDesk = {
  head: VersionHead;
  open: boolean;
  merge: Merge;
  pairs: ShownPair[];
  statements: { statement: Statement; name: string; provenance: Provenance }[];
};

/** A merged version: the pairs that seem to say the same, and where every statement comes from. */
export async function mergeDesk(tx: Tx, versionId: string): Promise<MergeDesk | null> {
  const merge = await mergeOf(tx, versionId);
  const head = await versionHead(tx, versionId);
  if (merge === null || head === null) return null;
  const statements = await statementsOf(tx, versionId);
  const now = new Map(statements.map((statement) => [statement.statementId, statement]));
  const origins = await originsOf(tx, versionId);
  return {
    head,
    open: isDraft(head),
    merge,
    pairs: (await mergePairs(tx, versionId)).map((pair) => ({
      ...pair,
      first: now.get(pair.firstId) ?? null,
      second: now.get(pair.secondId) ?? null,
    })),
    statements: statements.map((statement) => ({
      statement,
      name: shortName(statement),
      provenance: provenanceOf(origins.get(statement.statementId) ?? [], merge),
    })),
  };
}
