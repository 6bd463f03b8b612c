import type { MatrixGroup, Matrix } from '../matrix/rules.ts';
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

/** A text as its paragraphs. */
export function paragraphsOf(text: string | null): string[] {
  return (text ?? '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
