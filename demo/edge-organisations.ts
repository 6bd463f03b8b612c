import type { Blueprint } from './blueprint.ts';
import { settle } from './generator.ts';
import { dontKnow, type DemoOrganisation, type DemoWave, type LeaderLevel } from './organisation.ts';

/** Small organisations at the edges of what a round can meet. */
export type EdgeCase =
  | 'every_unit_of_five'
  | 'leader_with_ninety'
  | 'chain_of_single_children'
  | 'director_with_two_leaders'
  | 'units_of_one_to_four'
  | 'all_answer_one'
  | 'nobody_answers'
  | 'unit_of_dont_know'
  | 'moved_unit';

const themeOfItem = [0, 0, 0, 1, 1, 1];
const levels: readonly LeaderLevel[] = [1, 2, 3, 4];

/** A unit with so many members besides its leader; `below` are its sub-units. */
interface Branch {
  readonly members: number;
  readonly below?: readonly Branch[];
  /** Every member answers. */
  readonly allAnswer?: boolean;
}

function flatten(branch: Branch, parent: number, depth: number, into: Blueprint[]): Blueprint[] {
  const index = into.length;
  const below = branch.below ?? [];
  into.push({
    code: String(100 + index),
    name: `Enhed ${index + 1}`,
    parent,
    sector: null,
    level: below.length === 0 ? 4 : (levels[Math.min(depth, 2)] ?? 1),
    leaderTitle: 'Leder',
    employeeTitles: ['Medarbejder'],
    members: branch.members,
    ...(branch.allAnswer === true ? { planted: { answers: branch.members, leaderEffects: [] } } : {}),
  });
  for (const child of below) flatten(child, index, depth + 1, into);
  return into;
}

const units = (...sizes: number[]): Branch[] => sizes.map((members) => ({ members }));

const trees: Record<EdgeCase, Branch> = {
  every_unit_of_five: { members: 0, below: Array.from({ length: 8 }, () => ({ members: 5, allAnswer: true })) },
  leader_with_ninety: { members: 0, below: units(90, 12, 8) },
  chain_of_single_children: {
    members: 0,
    below: [{ members: 0, below: [{ members: 0, below: [{ members: 0, below: units(14) }] }] }],
  },
  director_with_two_leaders: { members: 0, below: units(16, 19) },
  units_of_one_to_four: { members: 0, below: [{ members: 0, below: units(1, 2, 3, 4) }, ...units(20)] },
  all_answer_one: { members: 0, below: units(9, 14, 22) },
  nobody_answers: { members: 0, below: units(9, 14) },
  unit_of_dont_know: { members: 0, below: units(12, 15) },
  moved_unit: {
    members: 0,
    below: [
      { members: 0, below: units(12, 9) },
      { members: 0, below: units(15, 8) },
    ],
  },
};

/** In wave 2 the last unit of the first area belongs to the second area. */
function parentsOfMovedUnit(blueprints: readonly Blueprint[]): number[][] {
  const before = blueprints.map((unit) => unit.parent);
  const secondArea = before.lastIndexOf(0);
  return [before, before.map((parent, unit) => (unit === secondArea - 1 ? secondArea : parent))];
}

function rewrite(organisation: DemoOrganisation, change: (wave: DemoWave) => Partial<DemoWave>): DemoOrganisation {
  return { ...organisation, waves: organisation.waves.map((wave) => ({ ...wave, ...change(wave) })) };
}

function nobodyAnswers(wave: DemoWave): Partial<DemoWave> {
  return { row: wave.row.map(() => -1), answered: 0, answers: new Int8Array() };
}

/** The last unit ticks 'ved ikke' everywhere. */
function lastUnitDoesNotKnow(wave: DemoWave): Partial<DemoWave> {
  const answers = wave.answers.slice();
  const width = themeOfItem.length;
  wave.row.forEach((row, rater) => {
    if (row < 0 || wave.ratedUnit[rater] !== wave.parent.length - 1) return;
    answers.fill(dontKnow, row * width, (row + 1) * width);
  });
  return { answers };
}

/** One of the edge organisations, with two themes of three items. Same seed, same organisation. */
export function edgeOrganisation(edge: EdgeCase, seed: number | string = 'edge'): DemoOrganisation {
  const blueprints = flatten(trees[edge], -1, 0, []);
  const moved = edge === 'moved_unit';
  const organisation = settle({
    name: edge,
    units: blueprints,
    seed: `${seed}/${edge}`,
    waves: moved ? 2 : 1,
    themeOfItem,
    ...(moved ? { parentsByWave: parentsOfMovedUnit(blueprints) } : {}),
  });
  switch (edge) {
    case 'all_answer_one':
      return rewrite(organisation, (wave) => ({ answers: wave.answers.map(() => 1) }));
    case 'nobody_answers':
      return rewrite(organisation, nobodyAnswers);
    case 'unit_of_dont_know':
      return rewrite(organisation, lastUnitDoesNotKnow);
    default:
      return organisation;
  }
}

export const edgeCases: readonly EdgeCase[] = [
  'every_unit_of_five',
  'leader_with_ninety',
  'chain_of_single_children',
  'director_with_two_leaders',
  'units_of_one_to_four',
  'all_answer_one',
  'nobody_answers',
  'unit_of_dont_know',
  'moved_unit',
];
