import type { Level, Statement } from '../schema.ts';

/** Why a person should look at a cell: nothing there, several texts, hardly any words, or the same words as at another level. */
export type Doubt = 'empty' | 'several' | 'short' | 'same';
export type Cell = { level: Level; statements: Statement[]; doubt: Doubt | null };
export type MatrixRow = { row: Statement; cells: Cell[] };
export type MatrixGroup = { id: string; title: string; rows: MatrixRow[] };
export type Matrix = { levels: Level[]; groups: MatrixGroup[]; filled: number; expected: number; doubtful: number };

/**
 * What is expected at each level, beside each other. A row is what has texts of its own per level, and everything of the same kind
 * under the same kind of parent: so that a row all of whose cells are empty is seen too. Null for a version without such texts.
 */
export function matrixOf(statements: readonly Statement[], levels: readonly Level[]): Matrix | null {
  const byId = new Map(statements.map((statement) => [statement.elementId, statement]));
  const shapeOf = (statement: Statement): string => `${byId.get(statement.parentId ?? '')?.kind ?? ''}/${statement.kind}`;
  const leveled = textsPerRow(statements);
  // One text of one level is a remark; texts for two levels or more are a row.
  const rowIds = [...leveled].filter(([, cells]) => new Set(cells.map((cell) => cell.level)).size > 1).map(([id]) => id);
  const shapes = new Set(rowIds.flatMap((id) => byId.get(id) ?? []).map(shapeOf));
  const rows = statements.filter((statement) => shapes.has(shapeOf(statement)));
  return rows.length === 0 ? null : rowsOf(rows, statements, levels);
}

/** The matrix with these rows, whatever stands in them. */
export function rowsOf(chosen: readonly Statement[], statements: readonly Statement[], levels: readonly Level[]): Matrix {
  const byId = new Map(statements.map((statement) => [statement.elementId, statement]));
  const leveled = textsPerRow(statements);
  const rows = chosen.map((row) => rowOf(row, leveled.get(row.elementId) ?? [], levels));
  const cells = rows.flatMap((row) => row.cells);
  return {
    levels: [...levels],
    groups: groupsOf(rows, byId),
    filled: cells.filter((cell) => cell.statements.length > 0).length,
    expected: cells.length,
    doubtful: cells.filter((cell) => cell.doubt !== null && cell.doubt !== 'empty').length,
  };
}

/** What belongs to a level, by the element above it. */
function textsPerRow(statements: readonly Statement[]): Map<string, Statement[]> {
  const ids = new Set(statements.map((statement) => statement.elementId));
  return Map.groupBy(
    statements.filter((statement) => statement.level !== null && ids.has(statement.parentId ?? '')),
    (statement) => statement.parentId ?? '',
  );
}

function rowOf(row: Statement, texts: readonly Statement[], levels: readonly Level[]): MatrixRow {
  const cells = levels.map((level): Cell => {
    const statements = texts.filter((text) => text.level === level.position);
    return { level, statements, doubt: doubtOf(statements, texts) };
  });
  return { row, cells };
}

function doubtOf(statements: readonly Statement[], row: readonly Statement[]): Doubt | null {
  const [only, ...more] = statements;
  if (only === undefined) return 'empty';
  if (more.length > 0) return 'several';
  const words = plain(only);
  if (words.split(' ').length < 4) return 'short';
  return row.some((other) => other.level !== only.level && plain(other) === words) ? 'same' : null;
}

function plain(statement: Statement): string {
  return `${statement.title ?? ''} ${statement.text ?? ''}`
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function groupsOf(rows: readonly MatrixRow[], byId: ReadonlyMap<string, Statement>): MatrixGroup[] {
  const groups: MatrixGroup[] = [];
  for (const row of rows) {
    const parent = byId.get(row.row.parentId ?? '');
    const id = parent?.elementId ?? 'top';
    const last = groups.at(-1);
    if (last?.id === id) last.rows.push(row);
    else groups.push({ id, title: parent?.title ?? parent?.text ?? '', rows: [row] });
  }
  return groups;
}
