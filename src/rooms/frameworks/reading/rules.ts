import type { MatrixGroup, Matrix } from '../matrix/rules.ts';
import type { ElementKind } from '#importing/open-format.ts';
import { shortName } from '../draft/removals/rules.ts';
import type { Level, Statement } from '../schema.ts';

/** A statement with what is below it. */
export type Branch = Statement & { children: Branch[] };

/** What stands beneath a heading, in the form in which it reads best. */
export type Block =
  | { form: 'branch'; branch: Branch }
  /** Texts for one level each, beside the names of the levels. */
  | { form: 'levels'; items: Branch[] }
  /** Short texts of one kind in a row, as a list under the name of their kind. */
  | { form: 'list'; kindName: string; items: Branch[] };

/** The flat list in document order as a tree. */
export function branchesOf(statements: readonly Statement[]): Branch[] {
  const branches = new Map<string, Branch>();
  const top: Branch[] = [];
  for (const statement of statements) {
    const branch: Branch = { ...statement, children: [] };
    branches.set(statement.elementId, branch);
    (branches.get(statement.parentId ?? '')?.children ?? top).push(branch);
  }
  return top;
}

/** Siblings as blocks: neighbours that belong to levels, and neighbours of one kind that are text only, are read together. */
export function blocksOf(branches: readonly Branch[]): Block[] {
  const blocks: Block[] = [];
  for (const branch of branches) {
    const form = formOf(branch);
    const last = blocks.at(-1);
    if (form === 'levels' && last?.form === 'levels') last.items.push(branch);
    else if (form === 'levels') blocks.push({ form, items: [branch] });
    else if (form === 'list' && last?.form === 'list' && last.items[0]?.kind === branch.kind) last.items.push(branch);
    else if (form === 'list') blocks.push({ form, kindName: branch.kindName, items: [branch] });
    else blocks.push({ form: 'branch', branch });
  }
  return blocks;
}

/** A section without a heading is running text, not a point of a list. */
function formOf(branch: Branch): Block['form'] {
  if (branch.children.length > 0 || branch.title !== null) return 'branch';
  if (branch.levelName !== null) return 'levels';
  return branch.kind === 'section' || branch.kind === 'foreword' ? 'branch' : 'list';
}

/** What is expected at one level: by competence where texts are per level, and what else belongs to the level or to all. */
export type RoleDescription = { level: Level; groups: MatrixGroup[]; others: Statement[]; common: Statement[] };

/** The role description of a level. Rows without a text for it are left out. */
export function roleDescription(level: Level, statements: readonly Statement[], matrix: Matrix | null): RoleDescription {
  const groups = (matrix?.groups ?? [])
    .map((group) => ({
      ...group,
      rows: group.rows
        .map((row) => ({
          ...row,
          cells: row.cells.filter((cell) => cell.level.position === level.position && cell.statements.length > 0),
        }))
        .filter((row) => row.cells.length > 0),
    }))
    .filter((group) => group.rows.length > 0);
  const shown = new Set(
    groups.flatMap((group) =>
      group.rows.flatMap((row) => row.cells.flatMap((cell) => cell.statements.map((one) => one.elementId))),
    ),
  );
  return {
    level,
    groups,
    others: statements.filter((statement) => statement.level === level.position && !shown.has(statement.elementId)),
    common: statements.filter((statement) => statement.kind === 'general_expectation' && statement.level === null),
  };
}

/** A statement where it stands: what is above it, what is below it, and what is said at other levels in the same place. */
export type Surroundings = {
  statement: Statement;
  above: { statementId: string; name: string }[];
  below: Branch[];
  /** The texts for the other levels, highest level first. */
  otherLevels: Statement[];
  before: Statement | null;
  after: Statement | null;
};

/** The place of a statement in a version; null when the version does not have it. */
export function surroundingsOf(
  statements: readonly Statement[],
  levels: readonly Level[],
  statementId: string,
): Surroundings | null {
  const at = statements.findIndex((one) => one.statementId === statementId);
  const statement = statements[at];
  if (statement === undefined) return null;
  const byElement = new Map(statements.map((one) => [one.elementId, one]));
  const above: Surroundings['above'] = [];
  for (let parent = byElement.get(statement.parentId ?? ''); parent !== undefined; parent = byElement.get(parent.parentId ?? ''))
    above.unshift({ statementId: parent.statementId, name: shortName(parent) });
  const siblings = statements.filter((one) => one.parentId === statement.parentId);
  const own = siblings.indexOf(statement);
  return {
    statement,
    above,
    below: branchesOf(belowOf(statements, at)),
    otherLevels: levels.flatMap((level) =>
      statement.level === null || level.position === statement.level
        ? []
        : siblings.filter((one) => one.level === level.position),
    ),
    before: siblings[own - 1] ?? null,
    after: siblings[own + 1] ?? null,
  };
}

/** Everything below the statement at this place of the flat list, in document order. */
export function belowOf(statements: readonly Statement[], at: number): Statement[] {
  const statement = statements[at];
  if (statement === undefined) return [];
  const after = statements.slice(at + 1);
  const end = after.findIndex((one) => one.depth <= statement.depth);
  return end < 0 ? after : after.slice(0, end);
}

/** One competence as its page reads it: what is said of it, and what it asks for at each level. */
export type CompetencePage = { competence: Statement; below: Branch[]; group: MatrixGroup | null };

/** The heading of a version with what belongs to it; null when the version has no such heading. A group of the matrix stands as a table. */
export function competenceOf(
  statements: readonly Statement[],
  matrix: Matrix | null,
  statementId: string,
): CompetencePage | null {
  const at = statements.findIndex((one) => one.statementId === statementId);
  const competence = statements[at];
  const group = matrix?.groups.find((one) => one.id === competence?.elementId) ?? null;
  if (competence === undefined) return null;
  const rows = new Set(group?.rows.map(({ row }) => row.elementId));
  const below = belowOf(statements, at).filter((one) => !rows.has(one.elementId) && !rows.has(one.parentId ?? ''));
  return group === null && below.length === 0 ? null : { competence, below: branchesOf(below), group };
}

const EXPLAINS: ReadonlySet<ElementKind> = new Set(['definition']);

/** The framework's own glossary: its definitions by name, each a statement with an address of its own. */
export function glossaryOf(statements: readonly Statement[]): { statementId: string; term: string; text: string }[] {
  return statements.flatMap((one) => {
    if (!EXPLAINS.has(one.kind)) return [];
    const term = one.title ?? one.path.at(-1);
    return term === undefined || one.text === null ? [] : [{ statementId: one.statementId, term, text: one.text }];
  });
}

/** A text as its paragraphs. */
export function paragraphsOf(text: string | null): string[] {
  return (text ?? '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
