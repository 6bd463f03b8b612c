import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { ownLevel } from '#rooms/people/leaders/read.server.ts';
import { attributesOf } from '../attributes/read.server.ts';
import { levelOfPosition } from '../attributes/rules.ts';
import type { Duty } from '../attributes/schema.ts';
import { versionFor, type ReadVersion } from '../reading/read.server.ts';
import type { Level } from '../schema.ts';
import { compareLevels, neighboursOf, type LevelComparison } from './rules.ts';

/** Two levels side by side, with what is said about the way from one to the other, and who does what at the two. */
export type ComparisonPage = {
  version: ReadVersion;
  comparison: LevelComparison;
  /** What the framework says about the step to the higher of the two levels. */
  transition: string;
  /** The reader leads at the first level, and the second is the one above it: what to develop towards. */
  own: boolean;
  duties: { task: string; from: Duty['parts']; to: Duty['parts'] }[];
};

/**
 * Compares two levels of a version; without a choice the lowest with the one above it. Null when the version is not there for this
 * reader, has no such levels, or has no texts per level.
 */
export async function comparisonFor(
  tx: Tx,
  member: Member,
  address: { framework: string; version: string },
  chosen: { from: string | null; to: string | null },
): Promise<ComparisonPage | null> {
  const version = await versionFor(tx, member, address);
  if (version === null || version.matrix === null) return null;
  const levelAt = (text: string | null) => version.levels.find((level) => String(level.position) === text) ?? null;
  const from = chosen.from === null ? (version.levels.at(-1) ?? null) : levelAt(chosen.from);
  const to = chosen.to === null && from !== null ? neighbour(version, from.position) : levelAt(chosen.to);
  if (from === null || to === null || from.position === to.position) return null;
  const attributes = await attributesOf(tx, version.head.versionId);
  const lead = await ownLevel(tx, member.personId);
  const mine = lead === null ? null : levelOfPosition(attributes.levels, version.levels, lead.level, lead.name ?? undefined);
  const higher = Math.min(from.position, to.position);
  return {
    version,
    comparison: compareLevels(from, to, version.matrix),
    transition: attributes.levels.find((rule) => rule.level === higher)?.transition ?? '',
    own: mine?.position === from.position && neighboursOf(version.levels, from.position).above?.position === to.position,
    duties: attributes.duties.map(({ task, parts }) => ({
      task,
      from: parts.filter((part) => part.level === from.position),
      to: parts.filter((part) => part.level === to.position),
    })),
  };
}

function neighbour(version: ReadVersion, position: number) {
  const { above, below } = neighboursOf(version.levels, position);
  return above ?? below;
}

/** The levels right above and below a level. */
export function neighbouringLevels(levels: readonly Level[], position: number): { above: Level | null; below: Level | null } {
  return neighboursOf(levels, position);
}
