import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { frameworkOverview, type OverviewReader } from '../../versions/overview/read.server.ts';

export type StoredDocument = { name: string; mediaType: string; content: Buffer };

/** A file that documents a step which the reader may see; null for any other. */
export async function documentFor(
  tx: Tx,
  frameworkId: string,
  documentId: string,
  reader: OverviewReader,
): Promise<StoredDocument | null> {
  if (!isId(documentId)) return null;
  const overview = await frameworkOverview(tx, frameworkId, reader);
  if (overview === null || !overview.timeline.some((step) => step.document?.id === documentId)) return null;
  const row = await tx
    .selectFrom('framework_documents')
    .select(['name', 'media_type', 'content'])
    .where('framework_id', '=', frameworkId)
    .where('id', '=', documentId)
    .executeTakeFirst();
  return row === undefined ? null : { name: row.name, mediaType: row.media_type, content: row.content };
}
