import { ERRORS, type IntakeProblem } from './schema.ts';

const STOPPING = new Set<string>(ERRORS);

/** Does it have to be settled before the file can be accepted? */
export function isError(problem: IntakeProblem): boolean {
  return STOPPING.has(problem.code);
}

/** Was it found when the file was read? Such a problem cannot be found again in the rows that are kept. */
export function isOfReading(problem: IntakeProblem): boolean {
  return problem.code === 'too_many_cells' || problem.code === 'column_ignored';
}

/** How many errors and warnings there are. */
export function weigh(problems: IntakeProblem[]): { errors: number; warnings: number } {
  const errors = problems.filter(isError).length;
  return { errors, warnings: problems.length - errors };
}

const SHOWN_OF_A_KIND = 200;

/** The problems in the order of the rows, errors first; of each kind the first two hundred, which is more than anybody reads. */
export function shortened(problems: IntakeProblem[]): IntakeProblem[] {
  const seen = new Map<string, number>();
  return [...problems]
    .sort((a, b) => Number(isError(b)) - Number(isError(a)) || (a.row ?? 0) - (b.row ?? 0))
    .filter((problem) => {
      const count = (seen.get(problem.code) ?? 0) + 1;
      seen.set(problem.code, count);
      return count <= SHOWN_OF_A_KIND;
    });
}
