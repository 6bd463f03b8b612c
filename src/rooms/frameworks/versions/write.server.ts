import { newId } from '#base/ids.ts';
import { localDate, now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { copyAttributes } from '../attributes/write.server.ts';
import { readElements } from '../draft/read.server.ts';
import type { Element } from '../draft/schema.ts';
import { saveManuscript } from '../draft/write.server.ts';
import { kindNamesOf, levelsOf } from '../read.server.ts';
import type { VersionHead } from '../schema.ts';
import { insertStep, type Recorder } from '../steps/write.server.ts';
import { inDocumentOrder } from '../tree/rules.ts';
import { replaceKindNames, replaceLevels } from '../write.server.ts';

/** Makes a draft that begins with every word of a published version. The statements keep their ids; the elements are new. */
export async function copyVersion(tx: Tx, from: VersionHead, recorder: Recorder): Promise<string> {
  const versionId = newId();
  const { last } = await tx
    .selectFrom('framework_versions')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('framework_id', '=', from.frameworkId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('framework_versions')
    .values({
      organisation_id: await organisationOf(tx),
      id: versionId,
      framework_id: from.frameworkId,
      number: last + 1,
      title: from.title,
      issued_by: from.issuedBy,
    })
    .execute();
  await replaceLevels(
    tx,
    versionId,
    (await levelsOf(tx, from.versionId)).map((level) => level.name),
  );
  await replaceKindNames(tx, versionId, await kindNamesOf(tx, from.versionId));
  const elements = copyElements(await readElements(tx, from.versionId));
  const empty = { elements: [], rests: [], removals: [] };
  await saveManuscript(tx, versionId, empty, { ...empty, elements });
  await copyAttributes(tx, from.versionId, versionId);
  await insertStep(tx, recorder, { versionId, kind: 'draft', beganOn: localDate(now()) });
  return versionId;
}

/** The same tree with new element ids. The lines of the old source mean nothing in a version without one. */
function copyElements(elements: readonly Element[]): Element[] {
  const ids = new Map(elements.map((element) => [element.id, newId()]));
  return inDocumentOrder(elements).map(({ depth: _depth, ...element }) => ({
    ...element,
    id: ids.get(element.id) ?? newId(),
    parentId: element.parentId === null ? null : (ids.get(element.parentId) ?? null),
    firstLine: null,
    lastLine: null,
    page: null,
    revision: 1,
  }));
}
