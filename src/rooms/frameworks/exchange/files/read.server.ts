import { locale } from '#base/text.ts';
import { localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import type { CaseFacts } from '#importing/case/write-package.ts';
import { besideWords, type ReadVersion } from '../../reading/read.server.ts';
import { isDraft } from '../../rules.ts';
import { visualBytes, visualOf } from '../../visual/read.server.ts';
import { exportVersion } from '../read.server.ts';
import type { FileParts, PrintParts } from '../schema.ts';
import { versionStamp } from '../stamp/rules.ts';
import { matrixLines } from './rules.ts';

/** What the documents of a version are made of. */
export async function printParts(tx: Tx, version: ReadVersion): Promise<PrintParts> {
  const { attributes, notes } = await besideWords(tx, version);
  return { version, attributes, notes, stamp: versionStamp(version.head, now()), picture: await pictureOf(tx, version) };
}

/** What every file of a version is made of; null when there is no such version. */
export async function fileParts(tx: Tx, version: ReadVersion): Promise<FileParts | null> {
  const draft = await exportVersion(tx, version.head.versionId);
  if (draft === null) return null;
  const parts = await printParts(tx, version);
  return { ...parts, draft: { ...draft, stamp: parts.stamp } };
}

async function pictureOf(tx: Tx, { head }: ReadVersion): Promise<PrintParts['picture']> {
  const facts = await visualOf(tx, head.versionId);
  const picture = facts === null ? null : await visualBytes(tx, head.versionId);
  if (facts === null || picture === null) return null;
  const { alt, width, height } = facts;
  const format = ({ 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp' } as const)[picture.type];
  return { kind: 'picture', format, bytes: Buffer.from(picture.bytes).toString('base64'), width, height, alt, caption: alt };
}

/** What a CASE package says of a version besides its words. `base` is the address of the organisation's CASE service. */
export function caseFacts({ head, ...version }: ReadVersion, base: string, publisher: string): CaseFacts {
  const { publishedAt, supersededOn } = head;
  const elements = version.statements.map((statement): [string, string] => [statement.slug, statement.elementId]);
  return {
    versionId: head.versionId,
    ids: new Map(elements),
    base,
    changed: (publishedAt ?? head.createdAt).toISOString(),
    number: head.number,
    status: isDraft(head) ? 'Draft' : supersededOn === null ? 'Adopted' : 'Deprecated',
    began: publishedAt === null ? null : localDate(publishedAt),
    ended: supersededOn,
    language: locale(),
    publisher,
    matrix: matrixLines(version),
  };
}
