import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { mediaTypeOf, MOST_BYTES } from './rules.ts';

/** Keeps an uploaded file as it came; null where none was chosen. */
export async function storeDocument(tx: Tx, frameworkId: string, upload: unknown): Promise<string | null> {
  if (!(upload instanceof File) || upload.name === '' || upload.size === 0) return null;
  const mediaType = mediaTypeOf(upload.name);
  if (mediaType === null) throw new Problem('invalid', '', { file: m.versions_problem_file_kind() });
  if (upload.size > MOST_BYTES) throw new Problem('invalid', '', { file: m.versions_problem_file_large() });
  const id = newId();
  await tx
    .insertInto('framework_documents')
    .values({
      organisation_id: await organisationOf(tx),
      id,
      framework_id: frameworkId,
      name: upload.name.slice(-200),
      media_type: mediaType,
      content: Buffer.from(await upload.arrayBuffer()),
    })
    .execute();
  return id;
}
