import type { Tx } from '#database/tenant.ts';
import { readDraftHead } from '../../cover/read.server.ts';
import { statementsOf } from '../../read.server.ts';
import { matrixOf } from '../rules.ts';
import { previewOf } from './rules.ts';
import type { PastePreview, PasteProblem } from './schema.ts';

/** What a pasted table would do to the matrix of a draft; null when there is no matrix. */
export async function previewPaste(
  tx: Tx,
  address: { framework: string; version: string },
  table: string,
): Promise<PastePreview | PasteProblem | null> {
  const draft = await readDraftHead(tx, address);
  if (draft === null) return null;
  const matrix = matrixOf(await statementsOf(tx, draft.head.versionId), draft.levels);
  return matrix === null ? null : previewOf(table, matrix);
}
