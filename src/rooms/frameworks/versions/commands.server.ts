import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import { isDraft } from '../rules.ts';
import { lockFramework } from '../steps/write.server.ts';
import { versionsOf } from './read.server.ts';
import { copyVersion } from './write.server.ts';

/** Begins the next version of a framework from what holds today. There is one open draft at a time. */
export async function makeNextVersion(member: Member, frameworkId: string): Promise<{ versionId: string }> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    if ((await versionsOf(tx, frameworkId)).length === 0) throw new Problem('not_found');
    await lockFramework(tx, frameworkId);
    const versions = await versionsOf(tx, frameworkId);
    if (versions.some(isDraft)) throw new Problem('conflict', m.versions_problem_draft_open());
    const latest = found(versions.findLast((version) => version.publishedAt !== null));
    const actor = { personId: member.personId, name: member.name };
    const versionId = await copyVersion(tx, latest, actor);
    await record(tx, actor, {
      action: 'framework.version_made',
      object: { kind: 'framework_version', id: versionId, name: latest.title },
    });
    return { versionId };
  });
}
