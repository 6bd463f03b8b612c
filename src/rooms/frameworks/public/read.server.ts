// What anybody may read. Called in a visitor's transaction, in which the database shows only what is published and public; called in a
// member's, it finds the same and nothing more.
import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { matrixOf } from '../matrix/rules.ts';
import { levelsOf, statementsOf, versionHead } from '../read.server.ts';
import { successorsOf } from '../reading/read.server.ts';
import { belowOf, roleDescription, surroundingsOf } from '../reading/rules.ts';
import { visualBytes, visualOf } from '../visual/read.server.ts';
import { coverOf } from '../attributes/read.server.ts';
import { EMPTY_COVER } from '../attributes/schema.ts';
import { shortName } from '../draft/removals/rules.ts';
import { addressOf } from './rules.ts';
import type { PublicDesk, PublicFramework, PublicPage, PublicReading, PublicStatement, PublicVersion } from './schema.ts';

/** Every framework that anybody may read, by title, each with its versions. */
export async function publicFrameworks(tx: Tx): Promise<PublicFramework[]> {
  const pages = await tx
    .selectFrom('framework_public_pages')
    .select(['framework_id', 'address', 'contact', 'findable_since'])
    .orderBy('address')
    .execute();
  if (pages.length === 0) return [];
  const rows = await tx
    .selectFrom('framework_versions')
    .select(['id', 'framework_id', 'title', 'issued_by', 'dated', 'published_at'])
    .where(
      'framework_id',
      'in',
      pages.map((page) => page.framework_id),
    )
    .where('published_at', 'is not', null)
    .orderBy('number', 'desc')
    .execute();
  return pages.flatMap((page): PublicFramework[] => {
    const versions = rows.flatMap((row) =>
      row.framework_id !== page.framework_id || row.published_at === null
        ? []
        : [{ versionId: row.id, title: row.title, issuedBy: row.issued_by, dated: row.dated, publishedAt: row.published_at }],
    );
    const [newest] = versions;
    if (newest === undefined) return [];
    return [
      {
        frameworkId: page.framework_id,
        address: page.address,
        title: newest.title,
        contact: page.contact,
        findable: page.findable_since !== null,
        versions,
      },
    ];
  });
}

/** The public framework with this address; null when there is none. */
export async function publicFramework(tx: Tx, address: string): Promise<PublicFramework | null> {
  return (await publicFrameworks(tx)).find((framework) => framework.address === address) ?? null;
}

/** A version of a public framework with what it says: the newest unless one is named. */
export async function publicVersion(tx: Tx, address: string, versionId?: string): Promise<PublicVersion | null> {
  const framework = await publicFramework(tx, address);
  const [newest] = framework?.versions ?? [];
  const entry = versionId === undefined ? newest : framework?.versions.find((one) => one.versionId === versionId);
  const head = entry === undefined ? null : await versionHead(tx, entry.versionId);
  if (framework === null || head === null) return null;
  const levels = await levelsOf(tx, head.versionId);
  const statements = await statementsOf(tx, head.versionId);
  return {
    framework,
    head,
    newest: head.versionId === newest?.versionId,
    levels,
    statements,
    matrix: matrixOf(statements, levels),
  };
}

/** One statement of a public framework: as it reads now, else as it read in the last version that had it. Null when no version did. */
export async function publicStatement(tx: Tx, address: string, statementId: string): Promise<PublicStatement | null> {
  const framework = isId(statementId) ? await publicFramework(tx, address) : null;
  if (framework === null) return null;
  const wordings = await tx
    .selectFrom('framework_elements')
    .select(['version_id', 'title', 'text'])
    .where('statement_id', '=', statementId)
    .where(
      'version_id',
      'in',
      framework.versions.map((version) => version.versionId),
    )
    .execute();
  const worded = framework.versions.flatMap((version) => {
    const words = wordings.find((row) => row.version_id === version.versionId);
    return words === undefined ? [] : [{ version, title: words.title, text: words.text }];
  });
  const [last, ...earlier] = worded;
  if (last === undefined) return null;
  const statements = await statementsOf(tx, last.version.versionId);
  const place = surroundingsOf(statements, [], statementId);
  if (place === null) return null;
  const newest = framework.versions[0];
  const gone = newest !== undefined && newest.versionId !== last.version.versionId;
  return {
    framework,
    statement: place.statement,
    above: place.above,
    below: belowOf(
      statements,
      statements.findIndex((one) => one.statementId === statementId),
    ),
    goneAfter: gone ? last.version : null,
    successors: gone
      ? await successorsOf(tx, { head: newest, statements: await statementsOf(tx, newest.versionId) }, statementId)
      : [],
    before: earlier.filter((one) => one.title !== last.title || one.text !== last.text),
  };
}

/** A version for its public page, whole or for one of its levels; null when there is no such version or level. */
export async function publicReading(
  tx: Tx,
  { address, version: versionId, level }: { address: string; version?: string; level: string | null },
): Promise<PublicReading | null> {
  const version = await publicVersion(tx, address, versionId);
  const chosen = version?.levels.find((one) => String(one.position) === level);
  if (version === null || (level !== null && chosen === undefined)) return null;
  return {
    version,
    cover: await coverOf(tx, version.head.versionId),
    visual: await visualOf(tx, version.head.versionId),
    role: chosen === undefined ? null : roleDescription(chosen, version.statements, version.matrix),
  };
}

/** The picture of a version of a public framework; null when there is none. */
export async function publicPicture(tx: Tx, address: string, versionId: string) {
  const framework = await publicFramework(tx, address);
  const known = framework?.versions.some((one) => one.versionId === versionId) === true;
  return known ? visualBytes(tx, versionId) : null;
}

/** The sites that may show the organisation's public frameworks in a frame. */
export async function frameOrigins(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('framework_frame_origins').select('origin').orderBy('origin').execute();
  return rows.map((row) => row.origin);
}

/** How a framework's public page stands; null when it is not public. For members only: it names the person who made it so. */
export async function publicPageOf(tx: Tx, frameworkId: string): Promise<PublicPage | null> {
  if (!isId(frameworkId)) return null;
  const row = await tx
    .selectFrom('framework_public_pages as f')
    .leftJoin('persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'f.organisation_id').onRef('p.id', '=', 'f.opened_by'),
    )
    .select(['f.address', 'f.contact', 'f.opened_at', 'f.findable_since', 'p.name'])
    .where('f.framework_id', '=', frameworkId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    address: row.address,
    contact: row.contact,
    openedBy: row.name ?? '',
    openedAt: row.opened_at,
    findable: row.findable_since !== null,
  };
}

/** What an editor needs to arrange the public page of a framework; null when there is none with this id. */
export async function publicDesk(tx: Tx, frameworkId: string): Promise<PublicDesk | null> {
  const framework = isId(frameworkId)
    ? await tx.selectFrom('frameworks').select(['id', 'title']).where('id', '=', frameworkId).executeTakeFirst()
    : undefined;
  if (framework === undefined) return null;
  const newest = await tx
    .selectFrom('framework_versions')
    .select('id')
    .where('framework_id', '=', frameworkId)
    .where('published_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const cover = newest === undefined ? EMPTY_COVER : await coverOf(tx, newest.id);
  const statements = newest === undefined ? [] : await statementsOf(tx, newest.id);
  return {
    frameworkId,
    title: framework.title,
    published: newest !== undefined,
    page: await publicPageOf(tx, frameworkId),
    suggestion: addressOf(framework.title),
    contact: [cover.contactName, cover.contactMail].filter((part) => part !== '').join(', '),
    origins: await frameOrigins(tx),
    choices: statements.map((one) => ({
      statementId: one.statementId,
      name: shortName(one),
      label: `${'– '.repeat(one.depth)}${one.levelName === null ? '' : `${one.levelName}: `}${shortName(one, 80)}`,
    })),
  };
}
