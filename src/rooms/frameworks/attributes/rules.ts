import type { Level } from '../schema.ts';
import { hasEnded } from '../strategies/rules.ts';
import type { Strategy } from '../strategies/schema.ts';
import { NO_ATTRIBUTES, type Addressee, type Attributes, type LevelRule, type Notes, type Weight } from './schema.ts';

type Node = { elementId: string; statementId: string; parentId: string | null };

/** To whom each statement speaks: its own addressees, else those of the nearest element above that has any. */
export function addresseesOf(statements: readonly Node[], attributes: Attributes): Map<string, Addressee[]> {
  return ownOrAbove(statements, (id) => attributes.statements[id]?.addressees ?? []);
}

/** The core tasks (ids) that each statement serves: its own, else those of the nearest element above that names any. */
export function coreTasksServed(statements: readonly Node[], attributes: Attributes): Map<string, string[]> {
  return ownOrAbove(statements, (id) => attributes.statements[id]?.coreTasks ?? []);
}

function ownOrAbove<T>(statements: readonly Node[], own: (statementId: string) => T[]): Map<string, T[]> {
  const byElement = new Map(statements.map((statement) => [statement.elementId, statement]));
  return new Map(
    statements.map((statement) => {
      let at: Node | undefined = statement;
      while (at !== undefined && own(at.statementId).length === 0) at = byElement.get(at.parentId ?? '');
      return [statement.statementId, at === undefined ? [] : own(at.statementId)];
    }),
  );
}

/** The statements that speak to somebody by name. What speaks to nobody in particular is not among them. */
export function statementsFor<T extends Node>(addressee: Addressee, statements: readonly T[], attributes: Attributes): T[] {
  const addressees = addresseesOf(statements, attributes);
  return statements.filter((statement) => addressees.get(statement.statementId)?.includes(addressee) === true);
}

/** How much a statement weighs at a level; null when nothing is said about it. */
export function weightAt(attributes: Attributes, statementId: string, level: number): Weight | null {
  return attributes.statements[statementId]?.weights.find((weight) => weight.level === level) ?? null;
}

/**
 * The framework's level for somebody at a level of the organisation's data: by the level's own rule, else the one with the same name,
 * else, when the framework says nothing about the organisation's levels, the one with the same number.
 */
export function levelOfPosition(
  rules: readonly LevelRule[],
  levels: readonly Level[],
  position: number,
  positionName?: string,
): Level | null {
  const at = (number: number | undefined): Level | null => levels.find((level) => level.position === number) ?? null;
  const ruled = at(rules.find((rule) => rule.positions.includes(position))?.level);
  if (ruled !== null) return ruled;
  const same = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('da') === b.trim().toLocaleLowerCase('da');
  const named = levels.find((level) => positionName !== undefined && same(level.name, positionName)) ?? null;
  if (named !== null) return named;
  return rules.some((rule) => rule.positions.length > 0) ? null : at(position);
}

type Presented = Node & { title: string | null; text: string | null };

/** What is said about each statement, in names. Statements of which nothing is said are left out. */
export function notesOf(
  statements: readonly Presented[],
  levels: readonly Level[],
  attributes: Attributes,
  strategies: readonly Strategy[],
  today: string,
): Record<string, Notes> {
  const addressees = addresseesOf(statements, attributes);
  const tasks = coreTasksServed(statements, attributes);
  const byStatement = new Map(statements.map((statement) => [statement.statementId, statement]));
  const notes: Record<string, Notes> = {};
  for (const { statementId } of statements) {
    const own = attributes.statements[statementId] ?? NO_ATTRIBUTES;
    const note: Notes = {
      addressees: addressees.get(statementId) ?? [],
      coreTasks: attributes.coreTasks
        .filter((task) => tasks.get(statementId)?.includes(task.id) === true)
        .map((task) => task.name),
      values: own.values.flatMap((id) => {
        const value = byStatement.get(id);
        return value === undefined ? [] : [{ statementId: id, name: value.title ?? value.text ?? '' }];
      }),
      strategies: strategies
        .filter((strategy) => own.strategies.includes(strategy.id))
        .map(({ id, kind, name, link, ends }) => ({ id, kind, name, link, ended: hasEnded({ ends }, today) })),
      weights: levels.flatMap((level) => {
        const weight = own.weights.find((one) => one.level === level.position);
        return weight === undefined ? [] : [{ ...weight, levelName: level.name }];
      }),
    };
    if (Object.values(note).some((part) => part.length > 0)) notes[statementId] = note;
  }
  return notes;
}
