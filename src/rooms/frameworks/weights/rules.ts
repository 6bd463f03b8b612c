import type { Weight } from '../attributes/schema.ts';
import { seenMark } from '../attributes/seen/rules.ts';
import type { Level, Statement } from '../schema.ts';
import type { WeightRow } from './schema.ts';

/** The weights a row was sent with. */
export function weightsOfRow(row: WeightRow): Weight[] {
  return row.weights
    .flatMap(({ level, weight, words }): Weight[] => (weight === null ? [] : [{ level, weight, words }]))
    .toSorted((a, b) => a.level - b.level);
}

/** Words for a weight that is not given: they would be lost without a sound. */
export function wordsWithoutWeight(rows: readonly WeightRow[]): { statement: string; level: number }[] {
  return rows.flatMap(({ statement, weights }) =>
    weights.filter(({ weight, words }) => weight === null && words !== '').map(({ level }) => ({ statement, level })),
  );
}

/** Whether somebody has written in a row since its form was read. */
export function isTouched(row: WeightRow): boolean {
  return seenMark(weightsOfRow(row)) !== row.seen || wordsWithoutWeight([row]).length > 0;
}

/** Parts that tell about the framework rather than about leading. */
const ABOUT: ReadonlySet<string> = new Set(['foreword', 'level', 'process_step', 'success_criterion', 'reason', 'use']);

/**
 * The statements that can be weighed across levels: those that belong to no level themselves. Usually the headings of the two upper steps
 * are enough; `all` gives every one of them, and what is weighed already is always there.
 */
export function weighable(statements: readonly Statement[], weighed: ReadonlySet<string>, all: boolean): Statement[] {
  return statements.filter(
    ({ statementId, level, depth, title, kind }) =>
      level === null && (all || weighed.has(statementId) || (title !== null && depth <= 1 && !ABOUT.has(kind))),
  );
}

/** A level's special weights: the statements that weigh most there, in the order in which they stand. */
export function specialAt(
  level: Level,
  statements: readonly Statement[],
  weightsOf: (statementId: string) => readonly Weight[],
): { statement: Statement; weight: Weight }[] {
  return statements.flatMap((statement) => {
    const weight = weightsOf(statement.statementId).find((one) => one.level === level.position && one.weight === 3);
    return weight === undefined ? [] : [{ statement, weight }];
  });
}
