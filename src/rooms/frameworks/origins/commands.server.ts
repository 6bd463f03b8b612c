import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { saveElement } from '../draft/commands.server.ts';
import { lockDraft } from '../draft/lock/write.server.ts';
import { readElements } from '../draft/read.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import { versionHead } from '../read.server.ts';
import { historyOf } from './read.server.ts';
import type { Meaning, RestoreInput, Wording } from './schema.ts';
import { sayMeanings } from './write.server.ts';

/** Says of changed statements of a draft whether they still mean the same. */
export async function sayMeaning(
  member: Member,
  versionId: string,
  meanings: readonly { statementId: string; meaning: Meaning }[],
): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const head = found(await lockDraft(tx, versionId));
    await sayMeanings(tx, versionId, meanings);
    const actor = { personId: member.personId, name: member.name };
    await record(tx, actor, {
      action: 'framework.meaning_said',
      object: { kind: 'framework_version', id: versionId, name: head.title },
    });
  });
}

/** Lets a statement of a draft say again what it said before: after a save, or in another version. Its place and level stay. */
export async function restoreWording(member: Member, versionId: string, statementId: string, input: RestoreInput): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const { element, wording } = await inTenant(member, async (tx) => {
    const head = found(await versionHead(tx, versionId));
    const now = found((await readElements(tx, versionId)).find((one) => one.statementId === statementId));
    const [where = '', id = ''] = input.wording.split(':');
    const entry = (await historyOf(tx, head.frameworkId, statementId)).find((one) => one.id === id);
    const fromVersion = (await versionHead(tx, id))?.frameworkId === head.frameworkId ? await readElements(tx, id) : [];
    const wordings: Record<string, Pick<Wording, 'title' | 'text'> | null | undefined> = {
      before: entry?.before,
      after: entry?.after,
      version: fromVersion.find((one) => one.statementId === statementId),
    };
    return { element: now, wording: found(wordings[where]) };
  });
  const { kind, level } = element;
  const words = { title: wording.title, text: wording.text };
  const saved = await saveElement(member, versionId, { element: element.id, revision: input.revision, kind, level, ...words });
  if (!saved.saved) throw new Problem('conflict', m.versions_problem_changed_since());
}
