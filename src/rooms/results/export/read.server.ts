import { found } from '#base/errors.ts';
import type { Tx } from '#database/tenant.ts';
import type { PublishedSystem } from '#disclosure/audit/published.ts';
import { roundThemes } from '#rooms/rounds/questions/read.server.ts';
import { allRounds, roundFacts } from '#rooms/rounds/read.server.ts';
import { publishedSystem } from '../disclosure/rules.ts';
import { auditedRows, releaseAtoms, releaseOf } from '../read.server.ts';

/**
 * Every number of a round that any role sees, as equations about its groups after opening, so that somebody else can attack it.
 * A round has one release, and its groups are its own: no figure of another round is about the same answers.
 */
export async function auditExport(tx: Tx, roundId: string): Promise<PublishedSystem> {
  const round = found(await roundFacts(tx, roundId));
  const release = found(await releaseOf(tx, roundId));
  return publishedSystem(
    await auditedRows(tx, release.id),
    await releaseAtoms(tx, release.id),
    await roundThemes(tx, roundId),
    round.k,
  );
}

/** The newest round with results; null when no round has any. */
export async function latestReleasedRound(tx: Tx): Promise<string | null> {
  for (const round of await allRounds(tx)) if ((await releaseOf(tx, round.id)) !== null) return round.id;
  return null;
}
