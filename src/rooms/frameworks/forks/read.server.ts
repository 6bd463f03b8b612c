import { isId } from '#base/ids.ts';
import { inWords } from '#base/time.ts';
import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { readElements } from '../draft/read.server.ts';
import { publicFramework, publicVersion } from '../public/read.server.ts';
import { kindNamesOf, versionHead } from '../read.server.ts';
import { isDraft } from '../rules.ts';
import { inDocumentOrder } from '../tree/rules.ts';
import type { VersionHead } from '../schema.ts';
import { latestPublished, versionsOf } from '../versions/read.server.ts';
import { keptOf, sourceChanges } from './rules.ts';
import type { Fork, KeptStatement, KnownStatement, SourceChange, SourceWording } from './schema.ts';

/** Where a framework was copied from; null when it was not. */
export async function forkOf(tx: Tx, frameworkId: string): Promise<Fork | null> {
  if (!isId(frameworkId)) return null;
  const row = await tx.selectFrom('framework_forks').selectAll().where('framework_id', '=', frameworkId).executeTakeFirst();
  if (row === undefined) return null;
  return {
    frameworkId,
    slug: row.source_slug,
    organisation: row.source_name,
    address: row.source_address,
    title: row.source_title,
    stamp: row.source_stamp,
    takenBy: row.taken_by_name,
    takenAt: row.taken_at,
  };
}

/** A copy of this wording that nobody has worked on yet; null when there is none. */
export async function untouchedFork(
  tx: Tx,
  { slug, address, stamp }: { slug: string; address: string; stamp: string },
): Promise<{ frameworkId: string; versionId: string } | null> {
  const row = await tx
    .selectFrom('framework_forks as f')
    .innerJoin('framework_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'f.organisation_id').onRef('v.framework_id', '=', 'f.framework_id'),
    )
    .select(['v.framework_id as frameworkId', 'v.id as versionId'])
    .where('f.source_slug', '=', slug)
    .where('f.source_address', '=', address)
    .where('f.source_stamp', '=', stamp)
    .where('v.number', '=', 1)
    .where('v.revision', '=', 1)
    .where('v.published_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** What anybody may copy of a public framework, as it holds today. Read in a visitor's transaction; null when it is not public. */
export async function sourceWording(tx: Tx, address: string): Promise<SourceWording | null> {
  const version = (await publicFramework(tx, address)) === null ? null : await publicVersion(tx, address);
  if (version === null) return null;
  const { head } = version;
  const date = head.dated ?? (head.publishedAt === null ? '' : inWords(head.publishedAt, locale(), 'date'));
  return {
    title: head.title,
    stamp: [head.issuedBy, date].filter((part) => part !== '').join(', '),
    levels: version.levels.map((level) => level.name),
    kinds: await kindNamesOf(tx, head.versionId),
    statements: version.statements,
  };
}

export type SourceDesk = { fork: Fork; draft: VersionHead | null; changes: SourceChange[] };

/** A copied framework beside what its source says today. */
export async function sourceDesk(tx: Tx, frameworkId: string, source: SourceWording): Promise<SourceDesk | null> {
  const fork = await forkOf(tx, frameworkId);
  if (fork === null) return null;
  const draft = await openDraft(tx, frameworkId);
  const shown = draft ?? (await latestPublished(tx, frameworkId));
  const elements = shown === null ? [] : await readElements(tx, shown.versionId);
  const ours = new Map(elements.map((element) => [element.statementId, element]));
  return { fork, draft, changes: sourceChanges(await knownStatements(tx, frameworkId), source.statements, ours) };
}

/** The source's words as they stood when somebody here last decided about them, for when the source can no longer be read. */
export async function keptStatements(tx: Tx, frameworkId: string): Promise<KeptStatement[]> {
  if ((await forkOf(tx, frameworkId)) === null) return [];
  const shown = (await openDraft(tx, frameworkId)) ?? (await latestPublished(tx, frameworkId));
  const elements = shown === null ? [] : inDocumentOrder(await readElements(tx, shown.versionId));
  return keptOf(await knownStatements(tx, frameworkId), elements);
}

/** The draft of a framework that is being worked on; null when there is none. */
export async function openDraft(tx: Tx, frameworkId: string): Promise<VersionHead | null> {
  const draft = (await versionsOf(tx, frameworkId)).find(isDraft);
  return draft === undefined ? null : versionHead(tx, draft.versionId);
}

export async function knownStatements(tx: Tx, frameworkId: string): Promise<KnownStatement[]> {
  const rows = await tx
    .selectFrom('framework_fork_statements')
    .select(['source_statement_id', 'statement_id', 'title', 'text'])
    .where('framework_id', '=', frameworkId)
    .execute();
  return rows.map((row) => ({
    sourceStatementId: row.source_statement_id,
    statementId: row.statement_id,
    title: row.title,
    text: row.text,
  }));
}
