import { newId } from '#base/ids.ts';
import { noonOf } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import { readElements } from '../../draft/read.server.ts';
import { saveManuscript } from '../../draft/write.server.ts';
import { writeExtras } from '../../exchange/extras/write.server.ts';
import { fromOpenFormat } from '../../exchange/rules.ts';
import { replaceKindNames, replaceLevels } from '../../write.server.ts';
import { versionsOf } from '../read.server.ts';
import { matchStatements } from './matching/rules.ts';

export type PastVersionToMake = {
  frameworkId: string;
  title: string;
  issuedBy: string;
  dated: string | null;
  framework: FrameworkDraft | null;
  sourceName: string | null;
};

/** Makes a version older than all that are known, with or without its text. Statements it shares with the next keep their ids. */
export async function insertOlderVersion(tx: Tx, past: PastVersionToMake): Promise<string> {
  const organisation = await organisationOf(tx);
  const versionId = newId();
  const next = (await versionsOf(tx, past.frameworkId))[0];
  const { first_number: first } = await tx
    .updateTable('frameworks')
    .set((eb) => ({ first_number: eb('first_number', '-', 1) }))
    .where('id', '=', past.frameworkId)
    .returning('first_number')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('framework_versions')
    .values({
      organisation_id: organisation,
      id: versionId,
      framework_id: past.frameworkId,
      number: first,
      title: past.title,
      issued_by: past.issuedBy,
      dated: past.dated,
      source_name: past.sourceName,
      source_text: past.framework?.text ?? null,
    })
    .execute();
  if (past.framework !== null) await insertText(tx, versionId, past.framework, next?.versionId ?? null);
  return versionId;
}

/** The version was published on that day, long before it came here. */
export async function markPublishedThen(tx: Tx, versionId: string, day: string): Promise<void> {
  await tx
    .updateTable('framework_versions')
    .set({ published_at: noonOf(day) })
    .where('id', '=', versionId)
    .execute();
}

async function insertText(tx: Tx, versionId: string, draft: FrameworkDraft, nextVersionId: string | null): Promise<void> {
  await replaceLevels(tx, versionId, draft.levels);
  await replaceKindNames(tx, versionId, draft.kinds);
  const { elements, rests, byName } = fromOpenFormat(draft);
  const newer = nextVersionId === null ? [] : await readElements(tx, nextVersionId);
  const same = matchStatements(elements, newer);
  const matched = elements.map((element) => ({ ...element, statementId: same.get(element.statementId) ?? element.statementId }));
  const empty = { elements: [], rests: [], removals: [] };
  await saveManuscript(tx, versionId, empty, { ...empty, elements: matched, rests });
  const ids = [...byName].map(([name, { statementId }]): [string, string] => [name, same.get(statementId) ?? statementId]);
  await writeExtras(tx, versionId, draft, new Map(ids));
}
