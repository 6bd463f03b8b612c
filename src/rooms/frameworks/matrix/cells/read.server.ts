import { locale } from '#base/text.ts';
import { ELEMENT_KINDS, type ElementKind } from '#importing/open-format.ts';
import type { Tx } from '#database/tenant.ts';
import { seenMark } from '../../attributes/seen/rules.ts';
import { readDraftHead, type DraftHead } from '../../cover/read.server.ts';
import { readElements } from '../../draft/read.server.ts';
import { kindNamer, presentStatements } from '../../presented/rules.ts';
import { kindNamesOf } from '../../read.server.ts';
import type { Level } from '../../schema.ts';
import type { Doubt } from '../rules.ts';
import { editableMatrix, fieldsOfCell, isTouched } from './rules.ts';
import type { CellEditor, CellField } from './schema.ts';

export type EditorRow = {
  id: string;
  title: string;
  text: string | null;
  cells: { level: Level; doubt: Doubt | null; fields: CellEditor[] }[];
};
export type MatrixEditor = {
  draft: DraftHead;
  /** The levels that are shown; all of them unless one is chosen. */
  levels: Level[];
  chosen: number | null;
  levelsSeen: string;
  groups: { id: string; title: string; rows: EditorRow[] }[];
  filled: number;
  expected: number;
  empty: { row: string; title: string; level: Level }[];
  /** What the rows could be when there is no matrix yet. */
  rowKinds: { kind: ElementKind; name: string; count: number }[];
  rowKind: ElementKind | null;
};

/** The fields of a form that somebody has written in. */
export function touchedFields(fields: readonly CellField[]): CellField[] {
  return fields.filter(isTouched);
}

/** The matrix of a draft as its editors write in it, all levels or one; null when it is no draft. */
export async function readMatrixEditor(
  tx: Tx,
  address: { framework: string; version: string },
  choice: { level: string | null; rows: string | null },
): Promise<MatrixEditor | null> {
  const draft = await readDraftHead(tx, address);
  if (draft === null) return null;
  const kindName = kindNamer(await kindNamesOf(tx, draft.head.versionId), locale());
  const statements = presentStatements(await readElements(tx, draft.head.versionId), draft.levels, kindName);
  const wanted = ELEMENT_KINDS.find((kind) => kind === choice.rows) ?? null;
  const own = editableMatrix(statements, draft.levels, null);
  const rowKind = own === null ? wanted : null;
  const matrix = own ?? (rowKind === null ? null : editableMatrix(statements, draft.levels, rowKind));
  const one = draft.levels.find((level) => String(level.position) === choice.level) ?? null;
  const levels = one === null ? draft.levels : [one];
  const titleOf = (row: { title: string | null; text: string | null }): string => row.title ?? row.text ?? '';
  return {
    draft,
    levels,
    chosen: one?.position ?? null,
    levelsSeen: seenMark(draft.levels),
    groups: (matrix?.groups ?? []).map((group) => ({
      id: group.id,
      title: group.title,
      rows: group.rows.map(({ row, cells }) => ({
        id: row.elementId,
        title: titleOf(row),
        text: row.title === null ? null : row.text,
        cells: cells
          .filter((cell) => levels.includes(cell.level))
          .map(({ level, doubt, statements: texts }) => ({
            level,
            doubt,
            fields: fieldsOfCell(row.elementId, level.position, texts),
          })),
      })),
    })),
    filled: matrix?.filled ?? 0,
    expected: matrix?.expected ?? 0,
    empty: (matrix?.groups ?? []).flatMap((group) =>
      group.rows.flatMap(({ row, cells }) =>
        cells
          .filter((cell) => cell.statements.length === 0)
          .map((cell) => ({ row: row.elementId, title: titleOf(row), level: cell.level })),
      ),
    ),
    rowKinds:
      own === null
        ? ELEMENT_KINDS.map((kind) => ({
            kind,
            name: kindName(kind),
            count: statements.filter((statement) => statement.kind === kind && statement.level === null).length,
          })).filter(({ count }) => count > 0)
        : [],
    rowKind,
  };
}
