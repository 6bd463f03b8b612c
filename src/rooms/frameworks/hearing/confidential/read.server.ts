import { environment } from '#environment';
import { isId } from '#base/ids.ts';
import { secret } from '#database/secrets.ts';
import type { Tx } from '#database/tenant.ts';
import { authorMark, hearingKey, openWords } from './rules.ts';
import type { OwnComment } from './schema.ts';

/** The key of a hearing while employees' comments lie sealed; null when they have been opened or thrown away. */
export async function keyOfHearing(tx: Tx, hearingId: string): Promise<Buffer | null> {
  if (!isId(hearingId)) return null;
  const row = await tx.selectFrom('hearings').select('salt').where('id', '=', hearingId).executeTakeFirst();
  return row === undefined || row.salt === null ? null : hearingKey(secret(environment.dataDir, 'hearings'), row.salt);
}

/** What a person has written in confidence in a hearing: for that person alone, and only while it lies sealed. */
export async function ownComments(tx: Tx, hearingId: string, personId: string): Promise<OwnComment[]> {
  const key = await keyOfHearing(tx, hearingId);
  if (key === null) return [];
  const mark = authorMark(key, personId);
  const rows = await tx
    .selectFrom('hearing_sealed_comments')
    .select(['id', 'sealed'])
    .where('hearing_id', '=', hearingId)
    .where('author_mark', '=', mark)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, ...openWords(key, { id: row.id, mark }, row.sealed) }));
}
