import type { LeaderLevel } from './organisation.ts';
import type { Sector } from './sectors.ts';

/** A unit before anybody works there. Parents come before their children. */
export interface Blueprint {
  readonly code: string;
  readonly name: string;
  /** Index of the unit above, -1 for the top. */
  readonly parent: number;
  readonly sector: Sector | null;
  readonly level: LeaderLevel;
  readonly leaderTitle: string;
  /** Titles to draw from for those employed here, common ones more than once. */
  readonly employeeTitles: readonly string[];
  /** People employed here besides the leader. */
  readonly members: number;
  /** Settled in advance for a person the demonstration tells about. */
  readonly planted?: PlantedStory;
}

export interface PlantedStory {
  /** How many of the members answer in each wave. */
  readonly answers: number;
  /** The leader's effect per wave; the last one holds for later waves. */
  readonly leaderEffects: readonly number[];
}
