import { newId } from '#base/ids.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { Element } from '../draft/schema.ts';
import { readElements } from '../draft/read.server.ts';
import { previousVersionOf } from '../versions/read.server.ts';
import { originRows } from './read.server.ts';
import { changesBetween, settleOrigins, type Change } from './rules.ts';
import { MEANINGS, type Meaning, type Origin, type Told } from './schema.ts';

export type Save = {
  versionId: string;
  author: { personId: string | null; name: string };
  before: readonly Element[];
  after: readonly Element[];
  told?: Told;
};

/** Writes down what a save of a draft changed: each statement's history, and where statements now come from. */
export async function noteSave(tx: Tx, { versionId, author, before, after, told = {} }: Save): Promise<void> {
  const changes = changesBetween(before, after, told);
  await insertChanges(tx, versionId, author, changes);
  if (changes.every((change) => change.action === 'moved') && told.meaning === undefined) return;
  const base = await previousVersionOf(tx, versionId);
  if (base === null) return;
  const known = await originRows(tx, versionId);
  const wordings = await readElements(tx, base);
  const settled = settleOrigins(known, { versionId: base, wordings }, after, told);
  if (JSON.stringify(known) === JSON.stringify(settled)) return;
  await tx.deleteFrom('framework_origins').where('version_id', '=', versionId).execute();
  await addOrigins(tx, versionId, settled);
}

/** Says where statements of a draft come from. A statement may come from several. */
export async function addOrigins(tx: Tx, versionId: string, origins: readonly Origin[]): Promise<void> {
  const organisation = await organisationOf(tx);
  const rows = origins.map((origin) => ({
    organisation_id: organisation,
    version_id: versionId,
    id: newId(),
    statement_id: origin.statementId,
    kind: origin.kind,
    from_version_id: origin.from.versionId,
    from_statement_id: origin.from.statementId,
    from_name: origin.from.name,
  }));
  for (let start = 0; start < rows.length; start += 1000)
    await tx
      .insertInto('framework_origins')
      .values(rows.slice(start, start + 1000))
      .execute();
}

/** Says of changed statements of a draft whether they still mean the same. What has not changed has nothing to say. */
export async function sayMeanings(
  tx: Tx,
  versionId: string,
  meanings: readonly { statementId: string; meaning: Meaning }[],
): Promise<void> {
  for (const { statementId, meaning } of meanings)
    await tx
      .updateTable('framework_origins')
      .set({ kind: meaning })
      .where('version_id', '=', versionId)
      .where('statement_id', '=', statementId)
      .where('kind', 'in', [...MEANINGS])
      .execute();
}

async function insertChanges(tx: Tx, versionId: string, author: Save['author'], changes: readonly Change[]): Promise<void> {
  const organisation = await organisationOf(tx);
  const rows = changes.map((change) => ({
    organisation_id: organisation,
    version_id: versionId,
    id: newId(),
    statement_id: change.statementId,
    action: change.action,
    before: change.before === null ? null : JSON.stringify(change.before),
    after: change.after === null ? null : JSON.stringify(change.after),
    author_id: author.personId,
    author_name: author.name,
  }));
  for (let start = 0; start < rows.length; start += 1000)
    await tx
      .insertInto('framework_statement_history')
      .values(rows.slice(start, start + 1000))
      .execute();
}
