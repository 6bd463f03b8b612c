import type { Tx } from '#database/tenant.ts';
import { isId } from '#base/ids.ts';
import { versionHead } from '../read.server.ts';
import type { VersionHead } from '../schema.ts';

/** All versions of the framework that a version belongs to, oldest first. */
export async function frameworkVersions(tx: Tx, versionId: string): Promise<VersionHead[]> {
  const head = await versionHead(tx, versionId);
  return head === null ? [] : versionsOf(tx, head.frameworkId);
}

/** All versions of a framework, oldest first. */
export async function versionsOf(tx: Tx, frameworkId: string): Promise<VersionHead[]> {
  if (!isId(frameworkId)) return [];
  const rows = await tx
    .selectFrom('framework_versions')
    .select('id')
    .where('framework_id', '=', frameworkId)
    .orderBy('number')
    .execute();
  const heads: VersionHead[] = [];
  for (const row of rows) {
    const head = await versionHead(tx, row.id);
    if (head !== null) heads.push(head);
  }
  return heads;
}

/** The id of the version with the next lower number: what a version is compared with. */
export async function previousVersionOf(tx: Tx, versionId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('framework_versions as v')
    .innerJoin('framework_versions as earlier', (join) =>
      join
        .onRef('earlier.organisation_id', '=', 'v.organisation_id')
        .onRef('earlier.framework_id', '=', 'v.framework_id')
        .onRef('earlier.number', '<', 'v.number'),
    )
    .select('earlier.id')
    .where('v.id', '=', versionId)
    .orderBy('earlier.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The version that holds today; null while none is published. */
export async function latestPublished(tx: Tx, frameworkId: string): Promise<VersionHead | null> {
  return (await versionsOf(tx, frameworkId)).findLast((version) => version.publishedAt !== null) ?? null;
}
