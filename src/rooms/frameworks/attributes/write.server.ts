import { organisationOf, type Tx } from '#database/tenant.ts';
import { attributesOf } from './read.server.ts';
import type { Attributes, CoreTask, Cover, Duty, LevelRule } from './schema.ts';
import { addStatements, clearStatements } from './statements/write.server.ts';

/** Says the same in another version of the framework as in this one, its picture too: a new version begins with what the last one said. */
export async function copyAttributes(tx: Tx, fromVersionId: string, toVersionId: string): Promise<void> {
  await writeAttributes(tx, toVersionId, await attributesOf(tx, fromVersionId));
  const visual = await tx
    .selectFrom('framework_visuals')
    .select(['organisation_id', 'type', 'bytes', 'width', 'height', 'alt'])
    .where('version_id', '=', fromVersionId)
    .executeTakeFirst();
  await tx.deleteFrom('framework_visuals').where('version_id', '=', toVersionId).execute();
  if (visual !== undefined)
    await tx
      .insertInto('framework_visuals')
      .values({ ...visual, version_id: toVersionId })
      .execute();
}

/** Everything a draft says beside its words, in place of what it said. */
export async function writeAttributes(tx: Tx, versionId: string, attributes: Attributes): Promise<void> {
  await putCover(tx, versionId, attributes.cover);
  await putCoreTasks(tx, versionId, attributes.coreTasks);
  await putLevelRules(tx, versionId, attributes.levels);
  await putDuties(tx, versionId, attributes.duties);
  await putWholeStrategies(tx, versionId, attributes.strategies);
  await clearStatements(tx, versionId);
  await addStatements(tx, versionId, Object.entries(attributes.statements));
}

/** After a split or a join: what was said about the old statement holds for the new ones too. What they say themselves stays. */
export async function followStatement(tx: Tx, versionId: string, from: string, to: readonly string[]): Promise<void> {
  const { statements } = await attributesOf(tx, versionId);
  const old = statements[from];
  if (old === undefined) return;
  await addStatements(
    tx,
    versionId,
    to.map((statementId) => [statementId, old]),
  );
}

/** Purposes, scope, binding force, owner, authors, contact, input. */
export async function putCover(tx: Tx, versionId: string, cover: Cover): Promise<void> {
  await tx.deleteFrom('framework_covers').where('version_id', '=', versionId).execute();
  await tx
    .insertInto('framework_covers')
    .values({
      organisation_id: await organisationOf(tx),
      version_id: versionId,
      purposes: JSON.stringify(cover.purposes),
      scope: cover.scope,
      scope_units: JSON.stringify(cover.scopeUnits),
      scope_levels: JSON.stringify(cover.scopeLevels),
      binding: cover.binding,
      owner: cover.owner,
      authors: JSON.stringify(cover.authors),
      contact_name: cover.contactName,
      contact_mail: cover.contactMail,
      input: cover.input,
    })
    .execute();
}

/** The core tasks in their order. What statements serve a task that stays is kept. */
export async function putCoreTasks(tx: Tx, versionId: string, tasks: readonly CoreTask[]): Promise<void> {
  const place = { organisation_id: await organisationOf(tx), version_id: versionId };
  const links = await tx
    .selectFrom('framework_core_task_statements')
    .select(['organisation_id', 'version_id', 'core_task_id', 'statement_id'])
    .where('version_id', '=', versionId)
    .execute();
  await tx.deleteFrom('framework_core_tasks').where('version_id', '=', versionId).execute();
  const rows = tasks.map(({ id, name }, index) => ({ ...place, id, position: index + 1, name }));
  if (rows.length > 0) await tx.insertInto('framework_core_tasks').values(rows).execute();
  const kept = links.filter((link) => tasks.some((task) => task.id === link.core_task_id));
  if (kept.length > 0) await tx.insertInto('framework_core_task_statements').values(kept).execute();
}

/** Who belongs to each level. */
export async function putLevelRules(tx: Tx, versionId: string, rules: readonly LevelRule[]): Promise<void> {
  await tx.deleteFrom('framework_level_rules').where('version_id', '=', versionId).execute();
  const place = { organisation_id: await organisationOf(tx), version_id: versionId };
  const rows = rules.map(({ refersTo, positions, ...rule }) => ({
    ...place,
    ...rule,
    refers_to: refersTo,
    positions: JSON.stringify(positions),
  }));
  if (rows.length > 0) await tx.insertInto('framework_level_rules').values(rows).execute();
}

/** The matrix of responsibility, in its order. */
export async function putDuties(tx: Tx, versionId: string, duties: readonly Duty[]): Promise<void> {
  await tx.deleteFrom('framework_duties').where('version_id', '=', versionId).execute();
  const place = { organisation_id: await organisationOf(tx), version_id: versionId };
  const rows = duties.map(({ id, task, parts }, index) => ({
    ...place,
    id,
    position: index + 1,
    task,
    parts: JSON.stringify(parts),
  }));
  if (rows.length > 0) await tx.insertInto('framework_duties').values(rows).execute();
}

/** The strategies that the version as a whole builds on. */
export async function putWholeStrategies(tx: Tx, versionId: string, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('framework_strategies').where('version_id', '=', versionId).execute();
  const place = { organisation_id: await organisationOf(tx), version_id: versionId };
  const rows = ids.map((id) => ({ ...place, strategy_id: id }));
  if (rows.length > 0) await tx.insertInto('framework_strategies').values(rows).execute();
}
