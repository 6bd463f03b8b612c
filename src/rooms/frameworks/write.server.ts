import { newId } from '#base/ids.ts';
import { localDate, noonOf, now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import { saveManuscript } from './draft/write.server.ts';
import { writeExtras } from './exchange/extras/write.server.ts';
import { fromOpenFormat } from './exchange/rules.ts';
import type { Use, UseKind } from './schema.ts';
import type { Precision } from './steps/schema.ts';
import { insertStep, type Recorder } from './steps/write.server.ts';
import { frameworkVersions } from './versions/read.server.ts';

export type Created = { frameworkId: string; versionId: string; statementIds: Map<string, string> };

/** Makes a framework with its first version from a draft of the open format; `statementIds` leads from the draft's element ids. */
export async function createFromDraft(
  tx: Tx,
  draft: FrameworkDraft,
  { publish, sourceName = null }: { publish: boolean; sourceName?: string | null },
): Promise<Created> {
  const organisation = await organisationOf(tx);
  const [frameworkId, versionId] = [newId(), newId()];
  await tx.insertInto('frameworks').values({ organisation_id: organisation, id: frameworkId, title: draft.title }).execute();
  await tx
    .insertInto('framework_versions')
    .values({
      organisation_id: organisation,
      id: versionId,
      framework_id: frameworkId,
      number: 1,
      title: draft.title,
      issued_by: draft.organisation,
      dated: draft.date,
      source_name: sourceName,
      source_text: draft.text,
    })
    .execute();
  await replaceLevels(tx, versionId, draft.levels);
  await replaceKindNames(tx, versionId, draft.kinds);
  const { elements, rests, byName } = fromOpenFormat(draft);
  await saveManuscript(tx, versionId, { elements: [], rests: [], removals: [] }, { elements, rests, removals: [] });
  const statementIds = new Map([...byName].map(([name, element]) => [name, element.statementId]));
  await writeExtras(tx, versionId, draft, statementIds);
  if (publish) await markPublished(tx, versionId);
  return { frameworkId, versionId, statementIds };
}

/** When it was published, where that was before it came here, and who says so. */
type PublishedThen = { on?: string | null; knownTo?: Precision; recorder?: Recorder };

/**
 * From now on the version stands as it is; the database refuses every change to it. The one that held until now is superseded at the
 * same moment. A day in the past is for what was published before it came here.
 */
export async function markPublished(
  tx: Tx,
  versionId: string,
  { on = null, knownTo = 'day', recorder = { personId: null, name: '' } }: PublishedThen = {},
): Promise<void> {
  const before = (await frameworkVersions(tx, versionId)).filter(
    (version) => version.publishedAt !== null && version.supersededOn === null && version.versionId !== versionId,
  );
  const day = on ?? localDate(now());
  await tx.deleteFrom('framework_removals').where('version_id', '=', versionId).execute();
  await tx.deleteFrom('framework_draft_saves').where('version_id', '=', versionId).execute();
  await tx.deleteFrom('framework_draft_sightings').where('version_id', '=', versionId).execute();
  const publishedAt = day === localDate(now()) ? now() : noonOf(day);
  await tx.updateTable('framework_versions').set({ published_at: publishedAt }).where('id', '=', versionId).execute();
  await insertStep(tx, recorder, { versionId, kind: 'published', beganOn: day, knownTo });
  for (const version of before)
    await insertStep(tx, recorder, { versionId: version.versionId, kind: 'superseded', beganOn: day });
}

/** Takes a draft away, and its framework with it when it was its only version. Without authorisation: the caller holds the draft. */
export async function dropDraft(tx: Tx, draft: { versionId: string; frameworkId: string }): Promise<void> {
  await tx.deleteFrom('framework_versions').where('id', '=', draft.versionId).execute();
  const others = await tx
    .selectFrom('framework_versions')
    .select('id')
    .where('framework_id', '=', draft.frameworkId)
    .executeTakeFirst();
  if (others === undefined) await tx.deleteFrom('frameworks').where('id', '=', draft.frameworkId).execute();
}

/** The version's levels, highest first, in place of those it had. */
export async function replaceLevels(tx: Tx, versionId: string, names: readonly string[]): Promise<void> {
  const organisation = await organisationOf(tx);
  await tx.deleteFrom('framework_levels').where('version_id', '=', versionId).execute();
  const rows = names.map((name, index) => ({ organisation_id: organisation, version_id: versionId, position: index + 1, name }));
  if (rows.length > 0) await tx.insertInto('framework_levels').values(rows).execute();
}

/** What the organisation calls the kinds of elements, in place of the names it had. */
export async function replaceKindNames(tx: Tx, versionId: string, names: FrameworkDraft['kinds']): Promise<void> {
  const organisation = await organisationOf(tx);
  await tx.deleteFrom('framework_kind_names').where('version_id', '=', versionId).execute();
  const rows = Object.entries(names).map(([kind, name]) => ({
    organisation_id: organisation,
    version_id: versionId,
    kind,
    name,
  }));
  if (rows.length > 0) await tx.insertInto('framework_kind_names').values(rows).execute();
}

/** Says that something uses a statement; said again, it takes the new title. */
export async function point(tx: Tx, use: Use): Promise<void> {
  await unpoint(tx, use);
  await tx
    .insertInto('framework_uses')
    .values({
      organisation_id: await organisationOf(tx),
      statement_id: use.statementId,
      kind: use.kind,
      used_id: use.usedId,
      title: use.title,
    })
    .execute();
}

/** Takes a use back: of one statement, or of all that this thing used. */
export async function unpoint(tx: Tx, use: { kind: UseKind; usedId: string; statementId?: string }): Promise<void> {
  let uses = tx.deleteFrom('framework_uses').where('kind', '=', use.kind).where('used_id', '=', use.usedId);
  if (use.statementId !== undefined) uses = uses.where('statement_id', '=', use.statementId);
  await uses.execute();
}
