// What other systems may read of the public frameworks, as CASE 1.1. Called in a visitor's transaction, in which only that exists.
import type { Tx } from '#database/tenant.ts';
import { idsBehind } from '#importing/case/identifiers.ts';
import type { CasePackage } from '#importing/case/package.ts';
import { writeCasePackage } from '#importing/case/write-package.ts';
import { publicFrameworks } from '../../public/read.server.ts';
import { readVersion } from '../../reading/read.server.ts';
import { caseFacts } from '../files/read.server.ts';
import { exportVersion } from '../read.server.ts';
import { listed, thingOf } from './rules.ts';
import type { CaseCollection, CaseService, ListedDocument } from './schema.ts';

/** Every public version as a document, newest version of each framework first. */
export async function caseDocuments(tx: Tx, service: CaseService): Promise<ListedDocument[]> {
  const documents: ListedDocument[] = [];
  for (const place of await publicVersions(tx)) {
    const found = await packageOf(tx, place, service);
    if (found !== null) documents.push(listed(found.CFDocument));
  }
  return documents;
}

/** One thing of a collection; null when nothing public has this identifier. */
export async function caseThing(
  tx: Tx,
  service: CaseService,
  collection: CaseCollection,
  identifier: string,
): Promise<object | null> {
  const ids = idsBehind(identifier);
  if (ids.length === 0) return null;
  const places = await publicVersions(tx);
  const holders = await versionsHolding(tx, ids);
  // What has no id of its own (types, rubrics, subjects) follows from its document's: then every document has to be asked.
  const near = places.filter(({ version }) => holders.has(version) || ids.includes(version));
  for (const place of near.length > 0 ? near : places) {
    const found = await packageOf(tx, place, service);
    const thing = found === null ? null : thingOf(found, collection, identifier);
    if (thing !== null) return thing;
  }
  return null;
}

type Place = { framework: string; version: string };

async function publicVersions(tx: Tx): Promise<Place[]> {
  return (await publicFrameworks(tx)).flatMap(({ frameworkId, versions }) =>
    versions.map(({ versionId }) => ({ framework: frameworkId, version: versionId })),
  );
}

async function versionsHolding(tx: Tx, elementIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('framework_elements')
    .select('version_id')
    .where('id', 'in', [...elementIds])
    .execute();
  return new Set(rows.map((row) => row.version_id));
}

async function packageOf(tx: Tx, place: Place, { base, publisher }: CaseService): Promise<CasePackage | null> {
  const version = await readVersion(tx, place, { drafts: false });
  const draft = version === null ? null : await exportVersion(tx, version.head.versionId);
  return version === null || draft === null ? null : writeCasePackage(draft, caseFacts(version, base, publisher));
}
