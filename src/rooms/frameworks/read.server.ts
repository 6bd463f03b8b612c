import type { ExpressionBuilder } from 'kysely';
import { locale } from '#base/text.ts';
import { isId } from '#base/ids.ts';
import type { Tables } from '#database/tables.ts';
import type { Tx } from '#database/tenant.ts';
import { ELEMENT_KINDS, type ElementKind, type FrameworkDraft } from '#importing/open-format.ts';
import { readElements } from './draft/read.server.ts';
import { kindNamer, presentStatements } from './presented/rules.ts';
import type { FrameworkInList, Level, PublishedVersion, Statement, Use, UseKind, VersionHead } from './schema.ts';

/** What holds today: the newest published version of each framework. New rounds, talks and plans are offered these. */
export async function currentVersions(tx: Tx): Promise<PublishedVersion[]> {
  return (await publishedVersions(tx)).filter((version) => version.supersededOn === null);
}

/** What the organisation has published, newest first, also what another version has taken the place of. */
export async function publishedVersions(tx: Tx): Promise<PublishedVersion[]> {
  const rows = await versionRows(tx);
  return rows
    .flatMap((row) => (row.published_at === null ? [] : [{ ...row, published_at: row.published_at }]))
    .sort((a, b) => b.published_at.getTime() - a.published_at.getTime())
    .map((row) => ({
      versionId: row.id,
      frameworkId: row.framework_id,
      title: row.title,
      number: row.number,
      issuedBy: row.issued_by,
      dated: row.dated,
      publishedAt: row.published_at,
      supersededOn: row.superseded_on,
      statements: Number(row.elements),
    }));
}

/** Every element of a version as readers meet it, flat, in document order. A version that is not there has none. */
export async function statementsOf(tx: Tx, versionId: string): Promise<Statement[]> {
  if (!isId(versionId)) return [];
  const kinds = kindNamer(await kindNamesOf(tx, versionId), locale());
  return presentStatements(await readElements(tx, versionId), await levelsOf(tx, versionId), kinds);
}

/** The leadership levels as the version names them, highest first. */
export async function levelsOf(tx: Tx, versionId: string): Promise<Level[]> {
  return tx
    .selectFrom('framework_levels')
    .select(['position', 'name'])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute();
}

/** The organisation's own names for kinds of elements. */
export async function kindNamesOf(tx: Tx, versionId: string): Promise<FrameworkDraft['kinds']> {
  const rows = await tx.selectFrom('framework_kind_names').select(['kind', 'name']).where('version_id', '=', versionId).execute();
  const names = new Map(rows.map((row) => [row.kind, row.name]));
  return Object.fromEntries(
    ELEMENT_KINDS.flatMap((kind): [ElementKind, string][] => (names.has(kind) ? [[kind, names.get(kind) ?? '']] : [])),
  );
}

/** Where statements are used, by statement. All of the organisation's uses when no statements are named. */
export async function usesOf(tx: Tx, statementIds?: readonly string[]): Promise<Map<string, Use[]>> {
  if (statementIds?.length === 0) return new Map();
  let query = tx
    .selectFrom('framework_uses')
    .select(['statement_id', 'kind', 'used_id', 'title'])
    .orderBy('kind')
    .orderBy('title');
  if (statementIds !== undefined) query = query.where('statement_id', 'in', [...statementIds]);
  const uses = (await query.execute()).map((row) => ({
    statementId: row.statement_id,
    kind: row.kind as UseKind,
    usedId: row.used_id,
    title: row.title,
  }));
  return Map.groupBy(uses, (use) => use.statementId);
}

/** A version without its contents; null when there is none with this id. */
export async function versionHead(tx: Tx, versionId: string): Promise<VersionHead | null> {
  if (!isId(versionId)) return null;
  const row = await tx
    .selectFrom('framework_versions as v')
    .select((eb) => [
      'v.id',
      'v.framework_id',
      'v.title',
      shownNumber(eb),
      'v.issued_by',
      'v.dated',
      'v.revision',
      'v.cover_revision',
      'v.source_name',
      'v.created_at',
      'v.published_at',
      supersededOn(eb),
    ])
    .where('v.id', '=', versionId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    versionId: row.id,
    frameworkId: row.framework_id,
    title: row.title,
    number: row.number,
    issuedBy: row.issued_by,
    dated: row.dated,
    revision: row.revision,
    coverRevision: row.cover_revision,
    sourceName: row.source_name,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    supersededOn: row.superseded_on,
  };
}

/** The text that a version was imported from, line by line; none for a framework written here. */
export async function sourceLinesOf(tx: Tx, versionId: string): Promise<string[]> {
  const row = await tx.selectFrom('framework_versions').select('source_text').where('id', '=', versionId).executeTakeFirst();
  const text = row?.source_text ?? '';
  return text === '' ? [] : text.split('\n');
}

/** All frameworks with their versions, newest first; with drafts only for those who write them. */
export async function frameworkList(tx: Tx, { drafts }: { drafts: boolean }): Promise<FrameworkInList[]> {
  const frameworks = await tx.selectFrom('frameworks').select(['id', 'title']).orderBy('created_at', 'desc').execute();
  const rows = (await versionRows(tx)).filter((row) => drafts || row.published_at !== null);
  return frameworks
    .map((framework) => ({
      frameworkId: framework.id,
      title: framework.title,
      versions: rows
        .filter((row) => row.framework_id === framework.id)
        .map((row) => ({
          versionId: row.id,
          number: row.number,
          title: row.title,
          issuedBy: row.issued_by,
          dated: row.dated,
          createdAt: row.created_at,
          publishedAt: row.published_at,
          supersededOn: row.superseded_on,
          elements: Number(row.elements),
          unplaced: Number(row.unplaced),
        })),
    }))
    .filter((framework) => framework.versions.length > 0);
}

async function versionRows(tx: Tx) {
  return tx
    .selectFrom('framework_versions as v')
    .select((eb) => [
      'v.id',
      'v.framework_id',
      shownNumber(eb),
      'v.title',
      'v.issued_by',
      'v.dated',
      'v.created_at',
      'v.published_at',
      supersededOn(eb),
      eb
        .selectFrom('framework_elements as e')
        .select(eb.fn.countAll().as('count'))
        .whereRef('e.organisation_id', '=', 'v.organisation_id')
        .whereRef('e.version_id', '=', 'v.id')
        .as('elements'),
      eb
        .selectFrom('framework_rests as r')
        .select(eb.fn.countAll().as('count'))
        .whereRef('r.organisation_id', '=', 'v.organisation_id')
        .whereRef('r.version_id', '=', 'v.id')
        .where('r.kind', '=', 'unplaced')
        .as('unplaced'),
    ])
    .orderBy('v.number', 'desc')
    .execute();
}

type OfVersion = ExpressionBuilder<Tables & { v: Tables['framework_versions'] }, 'v'>;

/** Older versions that were added later are stored with numbers below the first; shown, they are counted from the oldest. */
function shownNumber(eb: OfVersion) {
  const first = eb
    .selectFrom('frameworks as f')
    .select((own) => own('f.first_number', '-', 1).as('before'))
    .whereRef('f.organisation_id', '=', 'v.organisation_id')
    .whereRef('f.id', '=', 'v.framework_id');
  return eb('v.number', '-', first).as('number');
}

function supersededOn(eb: OfVersion) {
  return eb
    .selectFrom('framework_steps as s')
    .select((own) => own.cast<string>('s.began_on', 'text').as('day'))
    .whereRef('s.organisation_id', '=', 'v.organisation_id')
    .whereRef('s.version_id', '=', 'v.id')
    .where('s.kind', '=', 'superseded')
    .as('superseded_on');
}
