import type { Tx } from '#database/tenant.ts';
import { publishedVersions } from '#rooms/frameworks/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { allRounds } from '#rooms/rounds/read.server.ts';
import { overviewOf } from '../overview/read.server.ts';
import { releaseOf } from '../read.server.ts';
import type { Roll } from '../rolls/read.server.ts';

/** What employees say of the leadership a framework describes, in the newest released round on it, as this member may see it. */
export type Experience = {
  /** Rounds on the framework whose results are released. */
  released: number;
  newest: { roundId: string; title: string; roll: Roll | null } | null;
};

/** Reads what the results of a framework's rounds tell a member, by the rules of each round and no more. */
export async function experienceOf(tx: Tx, member: Member, frameworkId: string): Promise<Experience> {
  const versions = new Set(
    (await publishedVersions(tx)).filter((one) => one.frameworkId === frameworkId).map((one) => one.versionId),
  );
  const rounds = (await allRounds(tx)).filter((round) => round.status === 'closed' && versions.has(round.versionId));
  const released = [];
  for (const round of rounds) if ((await releaseOf(tx, round.id)) !== null) released.push(round);
  const newest = released.toSorted((a, b) => (b.closedAt?.getTime() ?? 0) - (a.closedAt?.getTime() ?? 0))[0];
  if (newest === undefined) return { released: 0, newest: null };
  const { top } = await overviewOf(tx, member, newest.id);
  return { released: released.length, newest: { roundId: newest.id, title: newest.title, roll: top } };
}
