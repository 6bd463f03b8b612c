import type { PlantedStory } from './blueprint.ts';
import { castUnits } from './cast.ts';
import type { Sector } from './sectors.ts';

/** A unit at the foot of the tree, before it is placed. */
export interface BottomUnit {
  readonly sector: Sector;
  readonly members: number;
  readonly settled?: SettledUnit;
}

export interface SettledUnit {
  readonly code?: string;
  readonly name: string;
  readonly employeeTitles: readonly string[];
  readonly planted?: PlantedStory;
}

/** The units that exist in every Fjordby: where the cast works, and small ones whose answers must be pooled. */
export const settledUnits: readonly BottomUnit[] = [
  {
    sector: 'health',
    members: 32,
    settled: {
      code: castUnits.nursingTeam,
      name: 'Hjemmesygeplejen Vest',
      employeeTitles: ['Sygeplejerske', 'Sygeplejerske', 'Social- og sundhedsassistent'],
      // A leader who was below the middle, worked on it, and moved enough for the next round to see it.
      planted: { answers: 25, leaderEffects: [-0.3, 0.35] },
    },
  },
  {
    sector: 'administration',
    members: 4,
    settled: { code: castUnits.archive, name: 'Fjordby Lokalarkiv', employeeTitles: ['Arkivar', 'Arkivassistent'] },
  },
  {
    sector: 'administration',
    members: 9,
    settled: {
      code: castUnits.humanResources,
      name: 'HR og Udvikling',
      employeeTitles: ['HR-konsulent', 'Lønkonsulent', 'Udviklingskonsulent'],
    },
  },
  {
    sector: 'school',
    members: 24,
    settled: { code: castUnits.school, name: 'Udskolingen Fjordskolen', employeeTitles: ['Lærer'] },
  },
  { sector: 'daycare', members: 3, settled: { name: 'Skovbussen', employeeTitles: ['Pædagog', 'Pædagogmedhjælper'] } },
  { sector: 'administration', members: 2, settled: { name: 'Havnekontoret', employeeTitles: ['Havneassistent'] } },
];
