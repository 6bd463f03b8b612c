import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import type { PictureType } from './schema.ts';

export type Visual = { alt: string; width: number; height: number; mark: string };

/** The picture of a version without its bytes; null when it has none. `mark` is another one when the picture is. */
export async function visualOf(tx: Tx, versionId: string): Promise<Visual | null> {
  if (!isId(versionId)) return null;
  const row = await tx
    .selectFrom('framework_visuals')
    .select((eb) => ['alt', 'width', 'height', eb.fn<string>('md5', ['bytes']).as('mark')])
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return row ?? null;
}

/** The picture of a version; null when it has none. */
export async function visualBytes(
  tx: Tx,
  versionId: string,
): Promise<{ type: PictureType; bytes: Uint8Array; alt: string } | null> {
  if (!isId(versionId)) return null;
  const row = await tx
    .selectFrom('framework_visuals')
    .select(['type', 'bytes', 'alt'])
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, type: row.type as PictureType, bytes: new Uint8Array(row.bytes) };
}
