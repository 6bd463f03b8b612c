import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { KeptProblem } from './schema.ts';

/** Keeps a document until it has been read. */
export async function keepUpload(
  tx: Tx,
  upload: { id: string; fileName: string; bytes: Uint8Array; uploadedBy: string; pastOf: string | null },
): Promise<void> {
  await tx
    .insertInto('framework_uploads')
    .values({
      organisation_id: await organisationOf(tx),
      id: upload.id,
      file_name: upload.fileName,
      size: upload.bytes.length,
      bytes: Buffer.from(upload.bytes.buffer, upload.bytes.byteOffset, upload.bytes.byteLength),
      uploaded_by: upload.uploadedBy,
      past_of: upload.pastOf,
    })
    .execute();
}

/** Forgets one upload, or all that are older than a date. */
export async function dropUploads(tx: Tx, which: { id: string } | { before: Date }): Promise<void> {
  const all = tx.deleteFrom('framework_uploads');
  await ('id' in which ? all.where('id', '=', which.id) : all.where('uploaded_at', '<', which.before)).execute();
}

export type BegunUpload = {
  fileName: string;
  bytes: Uint8Array;
  uploadedBy: { personId: string; name: string };
  attempts: number;
};

/** Takes a document to read it, and counts how often that was tried; null when it is read already or was given up. */
export async function beginReading(tx: Tx, id: string): Promise<BegunUpload | null> {
  const row = await tx
    .updateTable('framework_uploads as u')
    .from('persons as p')
    .set((eb) => ({ attempts: eb('u.attempts', '+', 1), began_at: now() }))
    .whereRef('p.organisation_id', '=', 'u.organisation_id')
    .whereRef('p.id', '=', 'u.uploaded_by')
    .where('u.id', '=', id)
    .where('u.ended_at', 'is', null)
    .returning(['u.file_name', 'u.bytes', 'u.attempts', 'p.id', 'p.name'])
    .executeTakeFirst();
  if (row === undefined || row.bytes === null) return null;
  return {
    fileName: row.file_name,
    bytes: new Uint8Array(row.bytes),
    uploadedBy: { personId: row.id, name: row.name },
    attempts: row.attempts,
  };
}

/** The pages turned out to be pictures; reading them takes its time, and the tries are counted anew. */
export async function waitForPictures(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('framework_uploads').set({ pictures_at: now(), attempts: 0 }).where('id', '=', id).execute();
}

/** How many pages have been read. False when the document is no longer wanted. */
export async function notePages(tx: Tx, id: string, done: number, of: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('framework_uploads')
    .set({ pages_read: done, pages: of })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Reading has ended: the file is wiped, what came of it stays. False when somebody stopped it meanwhile. */
export async function endReading(
  tx: Tx,
  id: string,
  outcome: { problem: KeptProblem } | { versionId: string },
): Promise<boolean> {
  const result =
    'versionId' in outcome
      ? { version_id: outcome.versionId }
      : { problem: outcome.problem.code, problem_reason: outcome.problem.reason, problem_item: outcome.problem.item };
  const { numUpdatedRows } = await tx
    .updateTable('framework_uploads')
    .set({ ...result, bytes: null, ended_at: now() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
