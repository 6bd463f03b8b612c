import { addElement, editElement } from '../../draft/rules.ts';
import { removeElement } from '../../draft/removals/rules.ts';
import type { Element, ElementFields, Manuscript } from '../../draft/schema.ts';
import type { ElementKind } from '#importing/open-format.ts';
import type { Level, Statement } from '../../schema.ts';
import { seenMark, sortChanges } from '../../attributes/seen/rules.ts';
import { byParent, putUnder } from '../../tree/rules.ts';
import { matrixOf, rowsOf, type Matrix } from '../rules.ts';
import type { CellEditor, CellField } from './schema.ts';

/** The words of a cell's element that are written in the matrix: its text, or its heading when it has no text. */
export function cellWords(element: { title: string | null; text: string | null } | undefined): string {
  return element?.text ?? element?.title ?? '';
}

/** The matrix as an editor writes in it: the one there is, or the one that elements of a kind would be the rows of. */
export function editableMatrix(
  statements: readonly Statement[],
  levels: readonly Level[],
  rowKind: ElementKind | null,
): Matrix | null {
  if (levels.length < 2) return null;
  if (rowKind === null) return matrixOf(statements, levels);
  const rows = statements.filter((statement) => statement.kind === rowKind && statement.level === null);
  return rows.length === 0 ? null : rowsOf(rows, statements, levels);
}

/** The fields of a cell: one per text in it, or one for the first. */
export function fieldsOfCell(row: string, level: number, statements: readonly Statement[]): CellEditor[] {
  const field = (element: string, text: string): CellEditor => ({ row, level, element, text, seen: seenMark([element, text]) });
  if (statements.length === 0) return [field('', '')];
  return statements.map((statement) => field(statement.elementId, cellWords(statement)));
}

/** Why a field could not be written: the statement has others below it, or is used elsewhere, so emptying it would take them along. */
export type CellProblem = { field: CellField; problem: 'has_below' | 'used' };
export type Written = { manuscript: Manuscript; changed: CellField[]; conflicts: CellField[]; problems: CellProblem[] };

/** Whether a field says something else than it did when its form was read. */
export function isTouched(field: CellField): boolean {
  return seenMark([field.element, field.text]) !== field.seen;
}

/** The draft with the cells as they were sent. Fields that somebody else has changed as well are left alone and told. */
export function writeCells(
  manuscript: Manuscript,
  fields: readonly CellField[],
  used: ReadonlySet<string>,
  revision: number,
): Written {
  const byId = new Map(manuscript.elements.map((element) => [element.id, element]));
  const { changed, conflicts } = sortChanges(
    fields,
    (field) => storedMark(manuscript.elements, byId, field),
    (field) => seenMark([field.element, field.text]),
  );
  const problems = changed.flatMap((field): CellProblem[] => {
    const element = byId.get(field.element);
    if (field.text !== '' || element === undefined) return [];
    if (byParent(manuscript.elements).has(element.id)) return [{ field, problem: 'has_below' }];
    return used.has(element.statementId) ? [{ field, problem: 'used' }] : [];
  });
  if (problems.length > 0) return { manuscript, changed: [], conflicts: [], problems };
  const kind = kindOfCells(manuscript.elements);
  const after = changed.reduce((draft, field) => writeCell(draft, field, kind, revision), manuscript);
  return { manuscript: after, changed, conflicts, problems };
}

/** What stands in the field now; of an empty cell: what somebody has written there since. */
function storedMark(elements: readonly Element[], byId: ReadonlyMap<string, Element>, field: CellField): string {
  if (field.element !== '') {
    const element = byId.get(field.element);
    const there = element?.parentId === field.row && element.level === field.level;
    return seenMark([field.element, there ? cellWords(element) : null]);
  }
  const filled = elements.find((element) => element.parentId === field.row && element.level === field.level);
  if (!byId.has(field.row)) return seenMark(null);
  return filled === undefined ? seenMark(['', '']) : seenMark([filled.id, cellWords(filled)]);
}

function writeCell(manuscript: Manuscript, field: CellField, kind: ElementKind, revision: number): Manuscript {
  const element = manuscript.elements.find((candidate) => candidate.id === field.element);
  if (element === undefined) {
    const fields: ElementFields = { kind, level: field.level, title: null, text: field.text };
    const before = (byParent(manuscript.elements).get(field.row) ?? []).findLast(
      (sibling) => sibling.level !== null && sibling.level <= field.level,
    );
    const first = byParent(manuscript.elements).get(field.row)?.[0];
    const place = before === undefined ? { parent: field.row } : { after: before.id };
    const added = addElement(manuscript, fields, place, revision);
    return before === undefined && first !== undefined ? toFront(added.manuscript, added.id) : added.manuscript;
  }
  if (field.text === '') return removeElement(manuscript, element.id)?.manuscript ?? manuscript;
  const { kind: own, level, title, text } = element;
  const changed = text === null && title !== null ? { title: field.text, text } : { title, text: field.text };
  return editElement(manuscript, element.id, { kind: own, level, ...changed }, revision);
}

/** A text for a higher level stands before those for lower ones. */
function toFront(manuscript: Manuscript, id: string): Manuscript {
  const moved = putUnder(manuscript.elements, id, manuscript.elements.find((element) => element.id === id)?.parentId ?? null, 0);
  return { ...manuscript, elements: moved ?? manuscript.elements };
}

/** New texts are of the kind that most texts per level are. */
function kindOfCells(elements: readonly Element[]): ElementKind {
  const kinds = Map.groupBy(
    elements.filter((element) => element.level !== null && element.parentId !== null),
    (element) => element.kind,
  );
  return [...kinds].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'expectation';
}
