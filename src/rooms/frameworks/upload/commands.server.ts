import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { ImportProblemCode } from '#importing/extract/import-problem.ts';
import { importDocument } from '#importing/import-document.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { importFramework } from '../commands.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import type { Created } from '../write.server.ts';

/** Reads an uploaded document and makes a draft of it. A document that cannot be read is told what to do about it. */
export async function importUpload(member: Member, upload: unknown): Promise<Created> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  if (!(upload instanceof File) || upload.name === '') throw refused(m.frameworks_import_problem_missing());
  const bytes = new Uint8Array(await upload.arrayBuffer());
  const outcome = await importDocument({ bytes, fileName: upload.name });
  if (!outcome.ok) throw refused(sentences[outcome.problem.code]());
  return importFramework(member, outcome.draft, upload.name);
}

function refused(sentence: string): Problem {
  return new Problem('invalid', '', { document: sentence });
}

const sentences: Record<ImportProblemCode, () => string> = {
  empty: m.frameworks_import_problem_empty,
  too_large: m.frameworks_import_problem_too_large,
  unknown_kind: m.frameworks_import_problem_unknown_kind,
  encrypted: m.frameworks_import_problem_encrypted,
  image_only_pdf: m.frameworks_import_problem_image_only_pdf,
  zip_bomb: m.frameworks_import_problem_zip_bomb,
  broken: m.frameworks_import_problem_broken,
  not_text: m.frameworks_import_problem_not_text,
  too_many_pages: m.frameworks_import_problem_too_many_pages,
  unsafe: m.upload_problem_unsafe,
  too_slow: m.upload_problem_too_slow,
  scan_unreadable: m.upload_problem_scan_unreadable,
  exchange: m.upload_problem_exchange,
};
