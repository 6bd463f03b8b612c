import type { IntakeProblem, IntakeRow, OrganisationPlan } from '../schema.ts';
import { checkCells } from './cells/rules.ts';
import { planLeaders } from './leaders/rules.ts';
import { planPersons } from './persons/rules.ts';
import { planUnits } from './units/rules.ts';

/** What the rows say the organisation is, and everything that is wrong with them or worth knowing. With an error the plan is not to be used. */
export function planOrganisation(
  rows: IntakeRow[],
  levelNames: { position: number; name: string }[],
): { plan: OrganisationPlan; problems: IntakeProblem[] } {
  const cells = checkCells(rows);
  const units = planUnits(rows);
  const persons = planPersons(rows);
  const leaders = planLeaders(rows, units.units, persons, levelNames);
  return {
    plan: {
      levels: leaders.levels,
      units: units.units,
      persons: persons.persons,
      employments: persons.employments,
      leaderships: leaders.leaderships,
    },
    problems: [...cells, ...units.problems, ...persons.problems, ...leaders.problems],
  };
}
