import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { matrixOf } from '../../matrix/rules.ts';
import { levelsOf, statementsOf, versionHead } from '../../read.server.ts';
import { isDraft } from '../../rules.ts';
import type { VersionHead } from '../../schema.ts';
import { mayHoldHearings } from '../policy.ts';
import { hearingsFor } from '../read.server.ts';
import type { HearingInList } from '../schema.ts';

/** The hearings of a version that a member may read, and whether a new one can be opened. */
export type VersionHearings = {
  head: VersionHead;
  hearings: HearingInList[];
  holds: boolean;
  mayOpen: boolean;
  levelled: boolean;
  hasMatrix: boolean;
};

/** Null when the version is not there for this member: a draft is for those who write it and those it was sent to. */
export async function hearingsOf(tx: Tx, member: Member, versionId: string): Promise<VersionHearings | null> {
  const head = await versionHead(tx, versionId);
  if (head === null) return null;
  const hearings = (await hearingsFor(tx, member)).filter((hearing) => hearing.versionId === versionId);
  const holds = mayHoldHearings(member);
  if (!holds && head.publishedAt === null && hearings.length === 0) return null;
  const statements = await statementsOf(tx, versionId);
  return {
    head,
    hearings,
    holds,
    mayOpen: isDraft(head) && hearings.every(({ state }) => state === 'treated' || state === 'published'),
    levelled: statements.some((statement) => statement.level !== null),
    hasMatrix: matrixOf(statements, await levelsOf(tx, versionId)) !== null,
  };
}
