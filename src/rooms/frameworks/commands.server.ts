import { Problem, found } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant } from '#database/tenant.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { lockDraft } from './draft/lock/write.server.ts';
import { readManuscript } from './draft/read.server.ts';
import { mayEditFrameworks } from './policy.ts';
import { readinessOf } from './publication/rules.ts';
import { createFromDraft, markPublished, type Created } from './write.server.ts';

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

/** Publishes a draft: all members can read it, questions can point to it, and it never changes again. */
export async function publishVersion(member: Member, versionId: string, input: { restSeen: boolean }): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const head = found(await lockDraft(tx, versionId));
    const readiness = readinessOf(await readManuscript(tx, versionId));
    if (readiness.elements === 0) throw new Problem('invalid', m.frameworks_publication_problem_empty());
    if (readiness.wordless.length > 0)
      throw new Problem('invalid', m.frameworks_publication_problem_wordless({ count: readiness.wordless.length }));
    if (readiness.unplaced.length > 0 && !input.restSeen)
      throw new Problem('invalid', '', {
        rest_seen: m.frameworks_publication_problem_rest({ count: readiness.unplaced.length }),
      });
    await markPublished(tx, versionId);
    await record(tx, actor(member), {
      action: 'framework.published',
      object: { kind: 'framework_version', id: versionId, name: head.title },
    });
  });
}

/** Deletes a draft for good. What is published cannot be deleted. */
export async function deleteDraft(member: Member, versionId: string): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const head = found(await lockDraft(tx, versionId));
    await tx.deleteFrom('framework_versions').where('id', '=', versionId).execute();
    const others = await tx
      .selectFrom('framework_versions')
      .select('id')
      .where('framework_id', '=', head.frameworkId)
      .executeTakeFirst();
    if (others === undefined) await tx.deleteFrom('frameworks').where('id', '=', head.frameworkId).execute();
    await record(tx, actor(member), {
      action: 'framework.deleted',
      object: { kind: 'framework_version', id: versionId, name: head.title },
    });
  });
}

function actor(member: Member): { personId: string; name: string } {
  return { personId: member.personId, name: member.name };
}
