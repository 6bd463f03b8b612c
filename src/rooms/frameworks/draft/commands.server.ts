import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import { levelsOf } from '../read.server.ts';
import type { VersionHead } from '../schema.ts';
import { subtreeOf, type Direction } from '../tree/rules.ts';
import { countSave, lockDraft } from './lock/write.server.ts';
import { readManuscript } from './read.server.ts';
import { removeElement, undoRemoval } from './removals/rules.ts';
import { addElement, appendRest, editElement, moveElement, placeRest, sortRest, stepElement } from './rules.ts';
import type { AddInput, EditInput, Element, ElementFields, Manuscript, PlaceInput } from './schema.ts';
import { saveManuscript } from './write.server.ts';

/** Somebody else has saved the same element since the page was read: theirs, or null when they took it out. Nothing was changed. */
export type Conflict = { saved: false; theirs: Element | null; revision: number };
export type Saved = { saved: true; elementId: string };

/** Changes what an element says and is. */
export async function saveElement(member: Member, versionId: string, input: EditInput): Promise<Saved | Conflict> {
  requireWords(input);
  return changeElement(member, versionId, input, (manuscript, revision) =>
    editElement(manuscript, input.element, fieldsOf(input), revision),
  );
}

/** Moves an element one step: up, down, under the one before, or out after its parent. */
export function stepInDraft(
  member: Member,
  versionId: string,
  input: { element: string; revision: number; direction: Direction },
) {
  return changeElement(member, versionId, input, (manuscript, revision) =>
    stepElement(manuscript, input.element, input.direction, revision),
  );
}

/** Moves an element with everything below it last under another; '' is the top. */
export function moveInDraft(member: Member, versionId: string, input: { element: string; revision: number; parent: string }) {
  return changeElement(member, versionId, input, (manuscript, revision) =>
    moveElement(manuscript, input.element, orTop(input.parent), revision),
  );
}

/** Takes an element out with everything below it; the words become unplaced passages. */
export function removeFromDraft(
  member: Member,
  versionId: string,
  input: { element: string; revision: number },
): Promise<Saved | Conflict> {
  const seen = { ...input, withBelow: true };
  return changeElement(member, versionId, seen, (manuscript) => removeElement(manuscript, input.element)?.manuscript ?? null);
}

/** Writes a new element after another or last under one. */
export async function addToDraft(member: Member, versionId: string, input: AddInput): Promise<Saved> {
  const fields = fieldsOf(input);
  requireWords(fields);
  let elementId = '';
  await changeDraft(
    member,
    versionId,
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
  await changeDraft(member, versionId, (manuscript, revision) => appendRest(manuscript, input.rest, input.element, revision));
  return { saved: true, elementId: input.element };
}

/** Calls a passage furniture of the page, or unplaced again. */
export function sortInDraft(
  member: Member,
  versionId: string,
  input: { rest: string; kind: 'unplaced' | 'furniture' },
): Promise<void> {
  return changeDraft(member, versionId, (manuscript) => sortRest(manuscript, input.rest, input.kind));
}

/** Puts back what was taken out. */
export function undoInDraft(member: Member, versionId: string, input: { removal: string }): Promise<void> {
  return changeDraft(member, versionId, (manuscript, revision) => undoRemoval(manuscript, input.removal, revision));
}

type Change = (manuscript: Manuscript, revision: number) => Manuscript | null;
type Guarded = {
  change: Change;
  level?: number | null;
  conflictIn?: (manuscript: Manuscript, head: VersionHead) => Conflict | null;
};

/** A change that leans on nothing but that its objects are still there. */
async function changeDraft(member: Member, versionId: string, change: Change, level: number | null = null): Promise<void> {
  await changeGuarded(member, versionId, { change, level });
}

/** A change of one element as its editor saw it: refused when it, or for a removal something below it, has been saved since. */
async function changeElement(
  member: Member,
  versionId: string,
  seen: { element: string; revision: number; level?: number | null; withBelow?: boolean },
  change: Change,
): Promise<Saved | Conflict> {
  const conflictIn = (manuscript: Manuscript, head: VersionHead): Conflict | null => {
    const [current, ...below] = subtreeOf(manuscript.elements, seen.element);
    if (current === undefined) return { saved: false, theirs: null, revision: head.revision };
    const newer = [current, ...(seen.withBelow ? below : [])].some((element) => element.revision > seen.revision);
    // A level is posted as its number; when the levels were changed meanwhile, the same number may be another level.
    const otherLevels = seen.level !== undefined && seen.level !== current.level && head.coverRevision > seen.revision;
    return newer || otherLevels ? { saved: false, theirs: current, revision: head.revision } : null;
  };
  return (
    (await changeGuarded(member, versionId, { change, level: seen.level ?? null, conflictIn })) ?? {
      saved: true,
      elementId: seen.element,
    }
  );
}

async function changeGuarded(
  member: Member,
  versionId: string,
  { change, level, conflictIn }: Guarded,
): Promise<Conflict | null> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    const head = found(await lockDraft(tx, versionId));
    const before = await readManuscript(tx, versionId);
    const conflict = conflictIn?.(before, head) ?? null;
    if (conflict !== null) return conflict;
    if (level && !(await levelsOf(tx, versionId)).some(({ position }) => position === level))
      throw new Problem('invalid', '', { level: m.frameworks_problem_level() });
    const after = change(before, head.revision + 1);
    if (after === null) throw new Problem('conflict', m.frameworks_problem_gone());
    await saveManuscript(tx, versionId, before, after);
    await countSave(tx, head, 'text');
    const actor = { personId: member.personId, name: member.name };
    await record(tx, actor, {
      action: 'framework.saved',
      object: { kind: 'framework_version', id: versionId, name: head.title },
    });
    return null;
  });
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
