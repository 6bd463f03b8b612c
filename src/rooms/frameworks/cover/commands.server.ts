import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { countSave, lockDraft } from '../draft/lock/write.server.ts';
import { readManuscript } from '../draft/read.server.ts';
import { saveManuscript } from '../draft/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import { levelsOf } from '../read.server.ts';
import type { VersionHead } from '../schema.ts';
import { replaceKindNames, replaceLevels } from '../write.server.ts';
import { followLevelNumbers } from './level-rules/write.server.ts';
import { arrangeLevels, followLevels } from './rules.ts';
import type { CoverInput, KindNamesInput, LevelsInput } from './schema.ts';

/** False when somebody else has saved title, levels or names since the page was read; then nothing was changed. */
export type CoverSaved = { saved: boolean };

/** Changes what the framework is called, who issued it and when. */
export function saveCover(member: Member, versionId: string, input: CoverInput): Promise<CoverSaved> {
  return changeCover(member, versionId, input.revision, async (tx, head) => {
    const { title, issuedBy, dated } = input;
    await tx
      .updateTable('framework_versions')
      .set({ title, issued_by: issuedBy, dated: dated === '' ? null : dated })
      .where('id', '=', versionId)
      .execute();
    await tx.updateTable('frameworks').set({ title }).where('id', '=', head.frameworkId).execute();
  });
}

/** Names, adds, orders and removes leadership levels; the elements follow their level. */
export function saveLevels(member: Member, versionId: string, input: LevelsInput): Promise<CoverSaved> {
  return changeCover(member, versionId, input.revision, async (tx, head) => {
    const before = await readManuscript(tx, versionId);
    const arranged = arrangeLevels(await levelsOf(tx, versionId), input.rows, before.elements);
    if ('problem' in arranged)
      throw new Problem(
        'invalid',
        arranged.problem === 'used' ? m.frameworks_levels_problem_used(arranged) : m.frameworks_levels_problem_twice(arranged),
      );
    await saveManuscript(tx, versionId, before, {
      ...before,
      elements: followLevels(before.elements, arranged.moved, head.revision + 1),
    });
    await replaceLevels(tx, versionId, arranged.names);
    await followLevelNumbers(tx, versionId, arranged.moved);
  });
}

/** Says what the organisation calls the kinds of elements; an empty name means the common one. */
export function saveKindNames(member: Member, versionId: string, input: KindNamesInput): Promise<CoverSaved> {
  return changeCover(member, versionId, input.revision, (tx) =>
    replaceKindNames(tx, versionId, Object.fromEntries(Object.entries(input.names).filter(([, name]) => name !== ''))),
  );
}

async function changeCover(
  member: Member,
  versionId: string,
  seen: number,
  change: (tx: Tx, head: VersionHead) => Promise<void>,
): Promise<CoverSaved> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    const head = found(await lockDraft(tx, versionId));
    if (head.coverRevision > seen) return { saved: false };
    await change(tx, head);
    await countSave(tx, head, 'cover');
    const actor = { personId: member.personId, name: member.name };
    await record(tx, actor, {
      action: 'framework.saved',
      object: { kind: 'framework_version', id: versionId, name: head.title },
    });
    return { saved: true };
  });
}
