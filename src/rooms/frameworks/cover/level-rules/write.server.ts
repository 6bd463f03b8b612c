import type { Tx } from '#database/tenant.ts';
import { attributesOf } from '../../attributes/read.server.ts';
import { putDuties, putLevelRules } from '../../attributes/write.server.ts';
import { putWeights } from '../../attributes/statements/write.server.ts';
import { dutiesFollow, rulesFollow, weightsFollow } from './rules.ts';

/** The levels have got new numbers: everything that is said about a level goes with it. `moved` leads from old to new. */
export async function followLevelNumbers(tx: Tx, versionId: string, moved: ReadonlyMap<number, number>): Promise<void> {
  const { levels, duties, statements } = await attributesOf(tx, versionId);
  await putLevelRules(tx, versionId, rulesFollow(levels, moved));
  await putDuties(tx, versionId, dutiesFollow(duties, moved));
  const weighed = Object.keys(statements).filter((id) => (statements[id]?.weights.length ?? 0) > 0);
  await putWeights(tx, versionId, weighed, weightsFollow(statements, moved));
}
