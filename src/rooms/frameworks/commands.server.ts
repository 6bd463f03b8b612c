import { Problem, found } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant } from '#database/tenant.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { lockDraft } from './draft/lock/write.server.ts';
import { hasHearing } from './hearing/read.server.ts';
import { mayEditFrameworks } from './policy.ts';
import { createFromDraft, dropDraft, type Created } from './write.server.ts';

/** Makes an unpublished framework of a document that has been read. */
export async function importFramework(member: Member, draft: FrameworkDraft, fileName: string): Promise<Created> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    const created = await createFromDraft(tx, draft, { publish: false, sourceName: fileName });
    await record(tx, actor(member), {
      action: 'framework.imported',
      object: { kind: 'framework_version', id: created.versionId, name: draft.title },
    });
    return created;
  });
}

/** Deletes a draft for good. What is published cannot be deleted. */
export async function deleteDraft(member: Member, versionId: string): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const head = found(await lockDraft(tx, versionId));
    if (await hasHearing(tx, versionId)) throw new Problem('conflict', m.hearing_problem_version_heard());
    await dropDraft(tx, head);
    await record(tx, actor(member), {
      action: 'framework.deleted',
      object: { kind: 'framework_version', id: versionId, name: head.title },
    });
  });
}

function actor(member: Member): { personId: string; name: string } {
  return { personId: member.personId, name: member.name };
}
