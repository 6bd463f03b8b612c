import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { isDraft } from '../../../rules.ts';
import { versionsOf } from '../../read.server.ts';
import type { DraftForPast } from './schema.ts';

/**
 * The drafts that can become an older version of a framework, newest first: what was read from a document and has no other version. A
 * copy of another organisation's framework and a merger keep their own history and are not among them.
 */
export async function draftsForPast(tx: Tx, frameworkId: string): Promise<DraftForPast[]> {
  if (!isId(frameworkId)) return [];
  const rows = await tx
    .selectFrom('framework_versions as v')
    .leftJoin('framework_forks as f', (join) =>
      join.onRef('f.organisation_id', '=', 'v.organisation_id').onRef('f.framework_id', '=', 'v.framework_id'),
    )
    .leftJoin('framework_merges as g', (join) =>
      join.onRef('g.organisation_id', '=', 'v.organisation_id').onRef('g.version_id', '=', 'v.id'),
    )
    .select(['v.framework_id', 'v.source_name'])
    .where('v.framework_id', '<>', frameworkId)
    .where('v.published_at', 'is', null)
    .where('v.source_name', 'is not', null)
    .where('f.framework_id', 'is', null)
    .where('g.version_id', 'is', null)
    .orderBy('v.created_at', 'desc')
    .execute();
  const drafts: DraftForPast[] = [];
  for (const row of rows) {
    const [head, ...others] = await versionsOf(tx, row.framework_id);
    if (head === undefined || others.length > 0 || !isDraft(head)) continue;
    drafts.push({
      versionId: head.versionId,
      frameworkId: head.frameworkId,
      title: head.title,
      sourceName: row.source_name ?? '',
    });
  }
  return drafts;
}
