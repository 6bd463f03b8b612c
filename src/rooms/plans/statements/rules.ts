import type { Statement } from '#rooms/frameworks/schema.ts';
import type { StatementPart } from './schema.ts';

/** Kinds that gather statements: what a reader knows as a part of the framework. */
const GATHERING = new Set(['competence', 'guidepost', 'focus_area', 'principle', 'value', 'corner_flag']);

/** What a statement is called where there is little room: its title, else the beginning of its text. */
export function nameOf(statement: Pick<Statement, 'title' | 'text'>, most = 110): string {
  const words = (statement.title?.trim() || statement.text?.trim() || '').replaceAll(/\s+/g, ' ');
  if (words.length <= most) return words;
  const space = words.lastIndexOf(' ', most);
  return `${words.slice(0, space > most / 2 ? space : most)} …`;
}

/** The parts of a framework with what can be chosen in each: the part itself first, then all that stands in it, each with its level. */
export function partsOf(statements: readonly Statement[]): StatementPart[] {
  const byElement = new Map(statements.map((one) => [one.elementId, one]));
  const parts = new Map<string, StatementPart>();
  for (const statement of statements) {
    const name = nameOf(statement);
    if (name === '') continue;
    const top = partOf(statement, byElement);
    const part = parts.get(top.elementId) ?? {
      partId: top.statementId,
      name: nameOf(top, 80),
      kindName: top.kindName,
      statements: [],
    };
    parts.set(top.elementId, part);
    const level = statement.levelName === null ? '' : `${statement.levelName}: `;
    part.statements.push({ statementId: statement.statementId, name: `${level}${name}` });
  }
  return [...parts.values()];
}

/** The nearest element that gathers, itself included; without any, the top it stands under. */
function partOf(statement: Statement, byElement: ReadonlyMap<string, Statement>): Statement {
  let at = statement;
  for (;;) {
    const parent = at.parentId === null ? undefined : byElement.get(at.parentId);
    if (GATHERING.has(at.kind) || parent === undefined) return at;
    at = parent;
  }
}
