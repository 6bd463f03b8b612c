import { isId } from '#base/ids.ts';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { versionHead } from '../../read.server.ts';
import { isDraft } from '../../rules.ts';
import type { VersionHead } from '../../schema.ts';

/** Takes a draft for this transaction, so that editors come one after the other. Null when there is none; published: closed. */
export async function lockDraft(tx: Tx, versionId: string): Promise<VersionHead | null> {
  if (!isId(versionId)) return null;
  // The database hides published versions from a locking read, so they are asked for without a lock.
  await tx.selectFrom('framework_versions').select('id').where('id', '=', versionId).forUpdate().execute();
  const head = await versionHead(tx, versionId);
  if (head !== null && !isDraft(head)) throw new Problem('closed', m.frameworks_problem_published());
  return head;
}

/** Counts a save of the draft; `cover` when title, levels or kind names were touched. */
export async function countSave(tx: Tx, head: VersionHead, part: 'text' | 'cover'): Promise<void> {
  const revision = head.revision + 1;
  await tx
    .updateTable('framework_versions')
    .set({ revision, ...(part === 'cover' ? { cover_revision: revision } : {}) })
    .where('id', '=', head.versionId)
    .execute();
}
