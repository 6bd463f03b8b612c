import { localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { wholeStrategiesOf } from '../../attributes/read.server.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { readDraftHead, type DraftHead } from '../../cover/read.server.ts';
import { strategiesOf, strategiesOfVersion } from '../read.server.ts';
import { hasEnded } from '../rules.ts';
import type { Strategy } from '../schema.ts';

export type VersionStrategies = {
  draft: DraftHead;
  strategies: (Strategy & { whole: boolean; statements: number; ended: boolean })[];
  seen: string;
};

/** What a draft can build on, and what it does; null when it is no draft. */
export async function readVersionStrategies(
  tx: Tx,
  address: { framework: string; version: string },
): Promise<VersionStrategies | null> {
  const draft = await readDraftHead(tx, address);
  if (draft === null) return null;
  const today = localDate(now());
  const own = new Map((await strategiesOfVersion(tx, draft.head.versionId)).map((strategy) => [strategy.id, strategy]));
  return {
    draft,
    strategies: (await strategiesOf(tx)).map((strategy) => ({
      ...strategy,
      whole: own.get(strategy.id)?.whole ?? false,
      statements: own.get(strategy.id)?.statements.length ?? 0,
      ended: hasEnded(strategy, today),
    })),
    seen: seenMark(await wholeStrategiesOf(tx, draft.head.versionId)),
  };
}
