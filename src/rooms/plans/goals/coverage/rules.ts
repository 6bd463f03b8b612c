import type { Statement } from '#rooms/frameworks/schema.ts';
import { nameOf, partsOf } from '../../statements/rules.ts';
import type { Goal } from '../schema.ts';

export type CoveredStatement = { statementId: string; name: string; goals: Pick<Goal, 'id' | 'title' | 'perspectives'>[] };
export type CoveredPart = {
  partId: string;
  name: string;
  covered: CoveredStatement[];
  without: { statementId: string; name: string }[];
};

/** Kinds that say something about the framework and nothing that could be aimed at. */
const NOT_AIMED_AT = new Set([
  'foreword',
  'section',
  'setting',
  'reason',
  'process_step',
  'definition',
  'reflection_question',
  'level',
]);

/** Which statements of a framework a goal rests on, part by part. A wording for one level counts as what stands above it. */
export function coverageOf(statements: readonly Statement[], goals: readonly Goal[]): CoveredPart[] {
  const byElement = new Map(statements.map((one) => [one.elementId, one]));
  const byId = new Map(statements.map((one) => [one.statementId, one]));
  const parents = new Set(statements.map((one) => one.parentId));
  const aimedAt = new Map<string, CoveredStatement['goals']>();
  for (const goal of goals)
    for (const id of new Set(goal.statements.map((one) => bearer(byId.get(one), byElement)?.statementId ?? '')))
      aimedAt.set(id, [...(aimedAt.get(id) ?? []), { id: goal.id, title: goal.title, perspectives: goal.perspectives }]);
  return partsOf(statements).flatMap(({ partId, name, statements: choices }): CoveredPart[] => {
    const own = choices.flatMap(({ statementId }) => {
      const statement = byId.get(statementId);
      if (statement === undefined || NOT_AIMED_AT.has(statement.kind)) return [];
      return bearer(statement, byElement) === statement ? [{ statementId, name: nameOf(statement) }] : [];
    });
    // A heading over parts that stand by themselves is worth a line only when a goal rests on it.
    const heading = own.length === 1 && own[0]?.statementId === partId && parents.has(byId.get(partId)?.elementId ?? '');
    if (own.length === 0 || (heading && !aimedAt.has(partId))) return [];
    const covered = own.flatMap((one) => {
      const found = aimedAt.get(one.statementId);
      return found === undefined ? [] : [{ ...one, goals: found }];
    });
    return [{ partId, name, covered, without: own.filter((one) => !aimedAt.has(one.statementId)) }];
  });
}

/** The statement itself, or what it is one level's wording of. */
function bearer(statement: Statement | undefined, byElement: ReadonlyMap<string, Statement>): Statement | undefined {
  let at = statement;
  while (at !== undefined && at.level !== null && at.parentId !== null) at = byElement.get(at.parentId);
  return at;
}
