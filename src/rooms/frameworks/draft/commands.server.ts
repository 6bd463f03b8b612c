import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { usesBelow } from '../publication/consequences/read.server.ts';
import type { Use } from '../schema.ts';
import type { Direction } from '../tree/rules.ts';
import { removeElement, shortName, undoRemoval } from './removals/rules.ts';
import { addElement, appendRest, editElement, moveElement, placeRest, sortRest, stepElement } from './rules.ts';
import { changeDraft, changeElement, idsBelow, type Conflict, type Saved } from './saves/commands.server.ts';
import type { AddInput, EditInput, ElementFields, PlaceInput } from './schema.ts';

export type { Conflict, Saved, SavedDraft } from './saves/commands.server.ts';

/** Changes what an element says and is. `running`: saved by itself while the person types. */
export async function saveElement(
  member: Member,
  versionId: string,
  input: EditInput & { running?: boolean },
): Promise<Saved | Conflict> {
  requireWords(input);
  return changeElement(member, versionId, { what: 'edit', running: input.running === true }, input, (manuscript, revision) =>
    editElement(manuscript, input.element, fieldsOf(input), revision),
  );
}

/** Moves an element one step: up, down, under the one before, or out after its parent. */
export function stepInDraft(
  member: Member,
  versionId: string,
  input: { element: string; revision: number; direction: Direction },
) {
  return changeElement(member, versionId, { what: 'step' }, input, (manuscript, revision) =>
    stepElement(manuscript, input.element, input.direction, revision),
  );
}

/** Moves an element with everything below it under another, before one of those there or last; '' is the top. */
export function moveInDraft(
  member: Member,
  versionId: string,
  input: { element: string; revision: number; parent: string; before?: string },
) {
  return changeElement(member, versionId, { what: 'move' }, input, (manuscript, revision) =>
    moveElement(manuscript, input.element, orTop(input.parent), revision, input.before),
  );
}

/** Takes an element out with everything below it; the words become unplaced passages. What is used goes only when the editor is sure. */
export function removeFromDraft(
  member: Member,
  versionId: string,
  input: { element: string; revision: number; sure?: boolean },
): Promise<Saved | Conflict> {
  const seen = {
    element: input.element,
    revision: input.revision,
    also: (manuscript: Parameters<typeof idsBelow>[0]) => idsBelow(manuscript, input.element),
  };
  return changeElement(member, versionId, { what: 'remove' }, seen, async (manuscript, _, tx) => {
    const uses = input.sure === true ? [] : await usesBelow(tx, versionId, input.element);
    if (uses.length > 0) throw usedProblem(uses);
    return removeElement(manuscript, input.element)?.manuscript ?? null;
  });
}

/** Writes a new element after another or last under one. */
export async function addToDraft(member: Member, versionId: string, input: AddInput): Promise<Saved> {
  const fields = fieldsOf(input);
  requireWords(fields);
  let elementId = '';
  await changeDraft(
    member,
    versionId,
    { what: 'add', name: shortName(fields) },
    (manuscript, revision) => {
      const place = input.after === '' ? { parent: orTop(input.parent) } : { after: input.after };
      const added = addElement(manuscript, fields, place, revision);
      elementId = added.id;
      return added.manuscript;
    },
    fields.level,
  );
  return { saved: true, elementId };
}

/** Makes a passage an element. */
export async function placeInDraft(member: Member, versionId: string, input: PlaceInput): Promise<Saved> {
  const fields = fieldsOf(input);
  requireWords(fields);
  let elementId = '';
  await changeDraft(
    member,
    versionId,
    { what: 'place', name: shortName(fields) },
    (manuscript, revision) => {
      const placed = placeRest(manuscript, input.rest, fields, orTop(input.parent), revision);
      elementId = placed?.id ?? '';
      return placed?.manuscript ?? null;
    },
    fields.level,
  );
  return { saved: true, elementId };
}

/** Puts a passage at the end of an element's text. */
export async function appendInDraft(member: Member, versionId: string, input: { rest: string; element: string }): Promise<Saved> {
  await changeDraft(member, versionId, { what: 'append' }, (manuscript, revision) =>
    appendRest(manuscript, input.rest, input.element, revision),
  );
  return { saved: true, elementId: input.element };
}

/** Calls a passage furniture of the page, or unplaced again. */
export function sortInDraft(
  member: Member,
  versionId: string,
  input: { rest: string; kind: 'unplaced' | 'furniture' },
): Promise<void> {
  return changeDraft(member, versionId, { what: 'sort' }, (manuscript) => sortRest(manuscript, input.rest, input.kind));
}

/** Puts back what was taken out. */
export function undoInDraft(member: Member, versionId: string, input: { removal: string }): Promise<void> {
  return changeDraft(member, versionId, { what: 'restore' }, (manuscript, revision) =>
    undoRemoval(manuscript, input.removal, revision),
  );
}

/** A statement that something points to is not taken out before somebody has read what. */
function usedProblem(uses: readonly Use[]): Problem {
  const names = uses
    .map(({ title }) => title)
    .slice(0, 5)
    .join(' · ');
  const sentence = m.workbench_problem_used({ count: uses.length, names });
  return new Problem('conflict', sentence, { sure: sentence });
}

function fieldsOf(input: ElementFields): ElementFields {
  return { kind: input.kind, level: input.level, title: input.title, text: input.text };
}

function requireWords(fields: ElementFields): void {
  if (fields.title !== null || fields.text !== null) return;
  throw new Problem('invalid', '', { title: m.frameworks_problem_wordless() });
}

function orTop(parent: string): string | null {
  return parent === '' ? null : parent;
}
