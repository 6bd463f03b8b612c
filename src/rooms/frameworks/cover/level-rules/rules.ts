import type { Duty, LevelRule, StatementAttributes, Weight } from '../../attributes/schema.ts';

/** A level of the organisation's data can belong to one level of the framework only: the first that is claimed twice, or null. */
export function claimedTwice(rules: readonly LevelRule[]): { position: number; levels: number[] } | null {
  for (const position of new Set(rules.flatMap((rule) => rule.positions))) {
    const levels = rules.filter((rule) => rule.positions.includes(position)).map((rule) => rule.level);
    if (levels.length > 1) return { position, levels };
  }
  return null;
}

/** Rules that say something. */
export function spoken(rules: readonly LevelRule[]): LevelRule[] {
  return rules.filter(
    ({ definition, refersTo, transition, positions }) =>
      definition !== '' || refersTo !== '' || transition !== '' || positions.length > 0,
  );
}

type Moved = ReadonlyMap<number, number>;

/** What is said about levels, when the levels have got new numbers; what was said about a level that is gone goes with it. */
export function rulesFollow(rules: readonly LevelRule[], moved: Moved): LevelRule[] {
  return rules.flatMap((rule) => renumbered(rule, moved)).toSorted((a, b) => a.level - b.level);
}

/** The matrix of responsibility with the new numbers of the levels. */
export function dutiesFollow(duties: readonly Duty[], moved: Moved): Duty[] {
  return duties.map((duty) => ({ ...duty, parts: duty.parts.flatMap((part) => renumbered(part, moved)) }));
}

/** Every statement's weights with the new numbers of the levels. */
export function weightsFollow(
  statements: Readonly<Record<string, StatementAttributes>>,
  moved: Moved,
): (Weight & { statementId: string })[] {
  return Object.entries(statements).flatMap(([statementId, { weights }]) =>
    weights.flatMap((weight) => renumbered(weight, moved).map((one) => ({ ...one, statementId }))),
  );
}

function renumbered<T extends { level: number }>(item: T, moved: Moved): T[] {
  const level = moved.get(item.level);
  return level === undefined ? [] : [{ ...item, level }];
}
