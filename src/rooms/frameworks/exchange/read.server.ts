import type { Tx } from '#database/tenant.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import { readManuscript } from '../draft/read.server.ts';
import { kindNamesOf, levelsOf, sourceLinesOf, versionHead } from '../read.server.ts';
import { readExtras } from './extras/read.server.ts';
import { toOpenFormat } from './rules.ts';

/** A version in the open format, with everything a person or another installation needs to go on with it; null when there is none. */
export async function exportVersion(tx: Tx, versionId: string): Promise<FrameworkDraft | null> {
  const head = await versionHead(tx, versionId);
  if (head === null) return null;
  const { elements, rests } = await readManuscript(tx, versionId);
  const levels = await levelsOf(tx, versionId);
  const kinds = await kindNamesOf(tx, versionId);
  const sourceText = (await sourceLinesOf(tx, versionId)).join('\n');
  const draft = toOpenFormat({ head, levels, kinds, elements, rests, sourceText });
  return readExtras(tx, versionId, draft, { elements, levels });
}
