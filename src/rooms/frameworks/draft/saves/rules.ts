import { byParent, inDocumentOrder } from '../../tree/rules.ts';
import type { Manuscript } from '../schema.ts';
import type { Changes, RowChange, Save } from './schema.ts';

/** What differs between two states of a draft, field by field. */
export function changesBetween(before: Manuscript, after: Manuscript): Changes {
  return {
    elements: rowChanges(before.elements, after.elements, ['revision']),
    rests: rowChanges(before.rests, after.rests, []),
    removals: rowChanges(before.removals, after.removals, []),
  };
}

/** The draft with a save taken back, or done again. Null where something newer stands on it, or where the tree would break. */
export function takeBack(
  manuscript: Manuscript,
  changes: Changes,
  direction: 'back' | 'again',
  revision: number,
): Manuscript | null {
  const turned = direction === 'again' ? changes : inverse(changes);
  const elements = applied(manuscript.elements, turned.elements);
  const rests = applied(manuscript.rests, turned.rests);
  const removals = applied(manuscript.removals, turned.removals);
  if (elements === null || rests === null || removals === null) return null;
  const touched = new Set(turned.elements.map(({ id }) => id));
  const result = {
    elements: elements.map((element) => (touched.has(element.id) ? { ...element, revision } : element)),
    rests: rests.sort((a, b) => a.position - b.position),
    removals,
  };
  return isSound(result) ? result : null;
}

/** Which of a person's saves "undo" means: the newest that stands and can be taken back. Undoing is not itself undone, but redone. */
export function saveToUndo(saves: readonly Save[], manuscript: Manuscript, personId: string): Save | null {
  const own = saves.filter((save) => save.personId === personId && isDeed(save) && save.undoneIn === null);
  return newest(own).find((save) => takeBack(manuscript, save.changes, 'back', 0) !== null) ?? null;
}

/** Which save "redo" means: the one undone last, as long as the person has done nothing else since. */
export function saveToRedo(saves: readonly Save[], manuscript: Manuscript, personId: string): Save | null {
  const own = saves.filter((save) => save.personId === personId && isDeed(save));
  const latest = Math.max(0, ...own.map((save) => save.revision));
  const undone = own
    .filter((save) => save.undoneIn !== null && save.undoneIn > latest)
    .toSorted((a, b) => (b.undoneIn ?? 0) - (a.undoneIn ?? 0));
  const [last] = undone;
  return last !== undefined && takeBack(manuscript, last.changes, 'again', 0) !== null ? last : null;
}

/** Two saves, one right after the other, as one: from what was before the first to what was after the second. */
export function merged(first: Changes, second: Changes): Changes {
  return {
    elements: mergedRows(first.elements, second.elements),
    rests: mergedRows(first.rests, second.rests),
    removals: mergedRows(first.removals, second.removals),
  };
}

function isDeed({ what }: Save): boolean {
  return what !== 'undo' && what !== 'redo';
}

function newest(saves: readonly Save[]): Save[] {
  return saves.toSorted((a, b) => b.revision - a.revision);
}

type Row = { id: string };

function rowChanges<T extends Row>(before: readonly T[], after: readonly T[], ignored: (keyof T)[]): RowChange<T>[] {
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Set(after.map((row) => row.id));
  const gone = before.filter((row) => !is.has(row.id)).map((row): RowChange<T> => ({ id: row.id, before: row, after: null }));
  const others = after.flatMap((row): RowChange<T>[] => {
    const old = was.get(row.id);
    if (old === row) return [];
    if (old === undefined) return [{ id: row.id, before: null, after: row }];
    const fields = (Object.keys(row) as (keyof T)[]).filter((field) => !ignored.includes(field) && !same(old[field], row[field]));
    return fields.length === 0 ? [] : [{ id: row.id, before: only(old, fields), after: only(row, fields) }];
  });
  return [...gone, ...others];
}

function only<T>(row: T, fields: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(fields.map((field) => [field, row[field]])) as Partial<T>;
}

function inverse({ elements, rests, removals }: Changes): Changes {
  const turn = <T>(changes: RowChange<T>[]): RowChange<T>[] =>
    changes.map(({ id, before, after }) => ({ id, before: after, after: before }));
  return { elements: turn(elements), rests: turn(rests), removals: turn(removals) };
}

/** Rows with the changes made; null when one of them is not as the change found it. */
function applied<T extends Row>(rows: readonly T[], changes: readonly RowChange<T>[]): T[] | null {
  const result = new Map(rows.map((row) => [row.id, row]));
  for (const { id, before, after } of changes) {
    const row = result.get(id);
    if (before === null ? row !== undefined : row === undefined || !stillHas(row, before)) return null;
    if (after === null) result.delete(id);
    else result.set(id, { ...row, ...after } as T);
  }
  return [...result.values()];
}

/** The save that last touched a row is told by its revision, which is no part of what people wrote. */
function stillHas<T extends Row>(row: T, fields: Partial<T>): boolean {
  return (Object.keys(fields) as (keyof T)[]).every((field) => field === 'revision' || same(row[field], fields[field]));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && a !== null && JSON.stringify(ordered(a)) === JSON.stringify(ordered(b)));
}

/** Stored objects come back with their keys in another order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)]),
  );
}

function mergedRows<T extends Row>(first: readonly RowChange<T>[], second: readonly RowChange<T>[]): RowChange<T>[] {
  const rows = new Map(first.map((change) => [change.id, change]));
  for (const change of second) {
    const earlier = rows.get(change.id);
    if (earlier === undefined) rows.set(change.id, change);
    else {
      const before =
        earlier.before === null ? null : change.before === null ? earlier.before : { ...change.before, ...earlier.before };
      const after = change.after === null ? null : earlier.after === null ? change.after : { ...earlier.after, ...change.after };
      rows.set(change.id, { id: change.id, before, after });
    }
  }
  return [...rows.values()].filter(({ before, after }) => before !== null || after !== null);
}

/** A tree in which every parent is there, nothing lies below itself, places are counted without gaps, and notes point to what is there. */
function isSound({ elements, rests }: Manuscript): boolean {
  const ids = new Set(elements.map(({ id }) => id));
  const children = byParent(elements);
  return (
    elements.every(({ parentId }) => parentId === null || ids.has(parentId)) &&
    inDocumentOrder(elements).length === elements.length &&
    [...children.values()].every((siblings) => siblings.every(({ position }, index) => position === index + 1)) &&
    new Set(elements.map(({ slug }) => slug)).size === elements.length &&
    new Set(elements.map(({ statementId }) => statementId)).size === elements.length &&
    rests.every(({ elementId }) => elementId === null || ids.has(elementId))
  );
}
