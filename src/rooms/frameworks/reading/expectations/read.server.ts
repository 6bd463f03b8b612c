import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { nearestLeaders, ownLevel, type NearestLeader } from '#rooms/people/leaders/read.server.ts';
import { attributesOf } from '../../attributes/read.server.ts';
import { levelOfPosition } from '../../attributes/rules.ts';
import { neighboursOf } from '../../comparison/rules.ts';
import { matrixOf } from '../../matrix/rules.ts';
import { levelsOf, publishedVersions, statementsOf } from '../../read.server.ts';
import type { Level, PublishedVersion } from '../../schema.ts';
import { expectationsOf, saysSomething, type Expectations } from './rules.ts';

/** One framework as it speaks to the reader. */
export type SpokenFramework = {
  version: PublishedVersion;
  expectations: Expectations;
  /** False: it names neither addressees nor levels, and is read as a whole. */
  says: boolean;
  /** The leader whose level is shown, and what that level is called here. */
  leaderLevel: Level | null;
  ownLevel: Level | null;
  nextLevel: Level | null;
};
export type ExpectationsPage = { leaders: NearestLeader[]; frameworks: SpokenFramework[] };

/** What a member can expect, and what is expected of the member: from the newest published version of each framework. */
export async function expectationsFor(tx: Tx, member: Member): Promise<ExpectationsPage> {
  const leaders = await nearestLeaders(tx, member.personId);
  const own = await ownLevel(tx, member.personId);
  const frameworks: SpokenFramework[] = [];
  for (const version of newestOfEach(await publishedVersions(tx))) {
    const levels = await levelsOf(tx, version.versionId);
    const statements = await statementsOf(tx, version.versionId);
    const attributes = await attributesOf(tx, version.versionId);
    const here = (position: { level: number; name: string | null } | undefined | null): Level | null =>
      position ? levelOfPosition(attributes.levels, levels, position.level, position.name ?? undefined) : null;
    const [leader] = leaders;
    const leaderLevel = here(leader && { level: leader.level, name: leader.levelName });
    const mine = here(own);
    const expectations = expectationsOf(
      { statements, matrix: matrixOf(statements, levels), attributes },
      { leader: leaderLevel, own: mine },
    );
    frameworks.push({
      version,
      expectations,
      says: saysSomething(expectations),
      leaderLevel,
      ownLevel: mine,
      nextLevel: mine === null ? null : neighboursOf(levels, mine.position).above,
    });
  }
  return { leaders, frameworks };
}

function newestOfEach(versions: readonly PublishedVersion[]): PublishedVersion[] {
  return [...Map.groupBy(versions, (version) => version.frameworkId).values()].flatMap((some) => {
    const newest = some.toSorted((a, b) => b.number - a.number)[0];
    return newest === undefined ? [] : [newest];
  });
}
