import { found, Problem } from '#base/errors.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { lockDraft } from '../draft/lock/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import type { VersionHead } from '../schema.ts';

/** Changes something that a draft says beside its words: for editors, one after the other, with its line in the trail. */
export async function changeDraft<T>(
  member: Member,
  versionId: string,
  change: (tx: Tx, head: VersionHead) => Promise<T>,
): Promise<T> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    const head = found(await lockDraft(tx, versionId));
    const changed = await change(tx, head);
    await record(
      tx,
      { personId: member.personId, name: member.name },
      { action: 'framework.saved', object: { kind: 'framework_version', id: versionId, name: head.title } },
    );
    return changed;
  });
}
