import { newId } from '#base/ids.ts';
import { uniqueSlug } from '../../exchange/rules.ts';
import { subtreeOf, without } from '../../tree/rules.ts';
import { nextPosition, withWords } from '../edits/rules.ts';
import { insert, isPassage, wordsOfElement } from '../rules.ts';
import type { Element, Manuscript, Removal, RemovedElement, Rest } from '../schema.ts';

/** The draft without an element and what is below it. Their words become unplaced passages, and it can be undone. */
export function removeElement(manuscript: Manuscript, id: string): { manuscript: Manuscript; removal: Removal } | null {
  const gone = subtreeOf(manuscript.elements, id);
  const top = gone[0];
  if (top === undefined) return null;
  const ids = new Set(gone.map((element) => element.id));
  let rests = manuscript.rests.map((rest) => orphaned(rest, ids));
  const elements: RemovedElement[] = [];
  for (const element of gone) {
    const rest = restOf(element, nextPosition(rests));
    const repeats = manuscript.rests.filter((candidate) => candidate.kind === 'repeat' && candidate.elementId === element.id);
    elements.push({ ...element, restId: rest?.id ?? null, repeats: repeats.map((repeat) => repeat.id) });
    if (rest !== null) rests = [...rests, rest];
  }
  const removal: Removal = { id: newId(), title: shortName(top), elements };
  return {
    removal,
    manuscript: { elements: without(manuscript.elements, ids), rests, removals: [...manuscript.removals, removal] },
  };
}

/** Can something of it still be put back? Not once all its words have found other places. */
export function canUndo(manuscript: Manuscript, removal: Removal): boolean {
  return (
    restorable(manuscript, removal).some((element) => element.restId !== null) ||
    removal.elements.every((element) => element.restId === null)
  );
}

/** The draft with the removed elements back where they were. What has been placed elsewhere since stays there. */
export function undoRemoval(manuscript: Manuscript, removalId: string, revision: number): Manuscript | null {
  const removal = manuscript.removals.find((candidate) => candidate.id === removalId);
  if (removal === undefined || !canUndo(manuscript, removal)) return null;
  const back = restorable(manuscript, removal);
  const restIds = new Set(back.map((element) => element.restId));
  const repeats = new Map(back.flatMap((element) => element.repeats.map((id) => [id, element.id] as const)));
  let elements = manuscript.elements;
  for (const element of back) elements = restored(elements, removal, element, revision);
  return {
    elements,
    rests: manuscript.rests.filter((rest) => !restIds.has(rest.id)).map((rest) => repeating(rest, repeats)),
    removals: manuscript.removals.filter((candidate) => candidate.id !== removalId),
  };
}

/** What still lies as it was laid aside: a passage that has been placed, or whose words have been changed since, is no longer the element. */
function restorable(manuscript: Manuscript, removal: Removal): RemovedElement[] {
  const present = new Map(manuscript.rests.filter(isPassage).map((rest) => [rest.id, rest.text]));
  return removal.elements.filter((element) => element.restId === null || present.get(element.restId) === wordsOfElement(element));
}

function restored(elements: readonly Element[], removal: Removal, removed: RemovedElement, revision: number): Element[] {
  const { restId: _restId, repeats: _repeats, ...element } = removed;
  const slug = elements.some((other) => other.slug === element.slug)
    ? uniqueSlug(null, element.slug, new Set(elements.map((other) => other.slug)))
    : element.slug;
  const parentId = nearestPresent(elements, removal, element.parentId);
  return insert(elements, { ...element, slug, parentId, revision }, element.position - 1);
}

/** The parent, or where the parent was itself not put back, the one above it. */
function nearestPresent(elements: readonly Element[], removal: Removal, parentId: string | null): string | null {
  if (parentId === null || elements.some((element) => element.id === parentId)) return parentId;
  const above = removal.elements.find((element) => element.id === parentId);
  return above === undefined ? null : nearestPresent(elements, removal, above.parentId);
}

/** A repeat of nothing is an unplaced passage; an edit's note stays, for its words changed all the same. */
function orphaned(rest: Rest, gone: ReadonlySet<string>): Rest {
  if (rest.elementId === null || !gone.has(rest.elementId)) return rest;
  return { ...rest, elementId: null, kind: rest.kind === 'repeat' ? 'unplaced' : rest.kind };
}

function repeating(rest: Rest, repeats: ReadonlyMap<string, string>): Rest {
  const elementId = repeats.get(rest.id);
  return elementId === undefined || rest.kind !== 'unplaced' ? rest : { ...rest, kind: 'repeat', elementId };
}

function restOf(element: Element, position: number): Rest | null {
  const { firstLine, lastLine, page } = element;
  const rest: Rest = {
    id: newId(),
    position,
    kind: 'unplaced',
    text: wordsOfElement(element),
    repairedTo: null,
    firstLine,
    lastLine,
    page,
    elementId: null,
    decided: null,
  };
  return withWords([rest])[0] ?? null;
}

/** What an element is called where there is little room: its title, else the beginning of its text. */
export function shortName(element: { title: string | null; text: string | null }, most = 60): string {
  const name = (element.title ?? element.text ?? '').replaceAll(/\s+/g, ' ');
  return name.length <= most ? name : `${name.slice(0, name.lastIndexOf(' ', most) > 20 ? name.lastIndexOf(' ', most) : most)} …`;
}
