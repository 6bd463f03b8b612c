import { now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { versionStamp } from '../exchange/stamp/rules.ts';
import { originRows } from '../origins/read.server.ts';
import type { OriginKind } from '../origins/schema.ts';
import { statementsOf } from '../read.server.ts';
import { isDraft } from '../rules.ts';
import type { VersionHead } from '../schema.ts';
import { versionsOf } from '../versions/read.server.ts';
import { differenceOfVersions } from './rules.ts';
import type { Difference, OriginKinds } from './schema.ts';

export type ReadDifference = {
  /** The versions one may choose between, oldest first. */
  versions: VersionHead[];
  from: VersionHead;
  to: VersionHead;
  difference: Difference;
};

/**
 * Two versions of a framework beside each other, the older first. Without a choice the newest and the one before it. Null when the
 * framework has fewer than two versions that the reader may see.
 */
export async function readDifference(
  tx: Tx,
  frameworkId: string,
  chosen: { from: string | null; to: string | null },
  { drafts }: { drafts: boolean },
): Promise<ReadDifference | null> {
  const versions = (await versionsOf(tx, frameworkId)).filter(
    (version) => version.publishedAt !== null || (drafts && (isDraft(version) || version.supersededOn !== null)),
  );
  const at = (id: string | null, otherwise: number): number => {
    const index = versions.findIndex((version) => version.versionId === id);
    return index < 0 ? otherwise : index;
  };
  const second = at(chosen.to, versions.length - 1);
  const first = at(chosen.from, second === 0 ? 1 : second - 1);
  const [from, to] = [versions[Math.min(first, second)], versions[Math.max(first, second)]];
  if (from === undefined || to === undefined || from === to) return null;
  const difference = differenceOfVersions(
    await statementsOf(tx, from.versionId),
    await statementsOf(tx, to.versionId),
    await originsBetween(tx, versions, from, to),
  );
  return { versions, from, to, difference };
}

/** What the new version's statements are to the old one's. Over several versions the latest word counts, and what was replaced stays so. */
async function originsBetween(
  tx: Tx,
  versions: readonly VersionHead[],
  from: VersionHead,
  to: VersionHead,
): Promise<OriginKinds> {
  const kinds = new Map<string, { kind: OriginKind; from: (string | null)[] }>();
  for (const version of versions.filter((one) => one.number > from.number && one.number <= to.number)) {
    const bySource = Map.groupBy(await originRows(tx, version.versionId), (origin) => origin.statementId);
    for (const [statementId, origins] of bySource) {
      const kind = origins[0]?.kind ?? 'same';
      if (kinds.get(statementId)?.kind === 'replaced' && kind === 'edited') continue;
      kinds.set(statementId, { kind, from: origins.map((origin) => origin.from.statementId) });
    }
  }
  return kinds;
}

/** Which wording a printed difference leads to, who issued it and when. */
export function stampOfDifference({ to }: ReadDifference): string {
  return versionStamp(to, now());
}
