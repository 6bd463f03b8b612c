import { newId } from '#base/ids.ts';
import { uniqueSlug } from '../exchange/rules.ts';
import { byParent, putUnder, step, type Direction } from '../tree/rules.ts';
import { noteEdit, noteWords, withWords } from './edits/rules.ts';
import type { Element, ElementFields, Manuscript, Rest } from './schema.ts';

/** The elements' words in the one form in which they are compared and laid aside: title, then text. */
export function wordsOfElement({ title, text }: { title: string | null; text: string | null }): string {
  if (title === null || title === '') return text ?? '';
  return text === null || text === '' ? title : `${title}\n${text}`;
}

/** The same draft with other fields in one element; how its words changed is written down. */
export function editElement(manuscript: Manuscript, id: string, fields: ElementFields, revision: number): Manuscript {
  const before = manuscript.elements.find((element) => element.id === id);
  if (before === undefined) return manuscript;
  const after = { ...before, ...fields, revision };
  return {
    ...manuscript,
    elements: manuscript.elements.map((element) => (element.id === id ? after : element)),
    rests: noteEdit(manuscript.rests, after, wordsOfElement(before), wordsOfElement(after)),
  };
}

/** Where a new element goes: directly after a sibling, or last under a parent (null: the top). */
export type Place = { after: string } | { parent: string | null };

/** The draft with a new element of an editor's own words. */
export function addElement(
  manuscript: Manuscript,
  fields: ElementFields,
  place: Place,
  revision: number,
): { manuscript: Manuscript; id: string } {
  const element = blankElement(manuscript, fields, parentOf(manuscript, place), revision);
  const elements = insert(manuscript.elements, element, indexOf(manuscript, place));
  return {
    id: element.id,
    manuscript: { ...manuscript, elements, rests: noteEdit(manuscript.rests, element, '', wordsOfElement(element)) },
  };
}

/**
 * The draft with a passage made an element under a parent, among the others where its lines stand in the source. The editor may change
 * words on the way; that is written down.
 */
export function placeRest(
  manuscript: Manuscript,
  restId: string,
  fields: ElementFields,
  parent: string | null,
  revision: number,
): { manuscript: Manuscript; id: string } | null {
  const rest = manuscript.rests.find((candidate) => candidate.id === restId && isPassage(candidate));
  if (rest === undefined) return null;
  const blank = blankElement(manuscript, fields, parentOf(manuscript, { parent }), revision);
  const element: Element = { ...blank, firstLine: rest.firstLine, lastLine: rest.lastLine, page: rest.page };
  const rests = manuscript.rests.filter((candidate) => candidate.id !== restId);
  return {
    id: element.id,
    manuscript: {
      ...manuscript,
      elements: insert(manuscript.elements, element, indexByLine(manuscript, element)),
      rests: noteEdit(rests, element, rest.text, wordsOfElement(element)),
    },
  };
}

/** The draft with a passage put at the end of an element's text, as a paragraph of its own. */
export function appendRest(manuscript: Manuscript, restId: string, elementId: string, revision: number): Manuscript | null {
  const rest = manuscript.rests.find((candidate) => candidate.id === restId && isPassage(candidate));
  const element = manuscript.elements.find((candidate) => candidate.id === elementId);
  if (rest === undefined || element === undefined) return null;
  const text = element.text === null ? rest.text : `${element.text}\n\n${rest.text}`;
  const rests = manuscript.rests.filter((candidate) => candidate.id !== restId);
  return {
    ...manuscript,
    elements: manuscript.elements.map((candidate) => (candidate.id === elementId ? { ...candidate, text, revision } : candidate)),
    rests: noteWords(rests, elementId, rest.text),
  };
}

/** The draft with a passage called furniture of the page, or called unplaced again. */
export function sortRest(manuscript: Manuscript, restId: string, kind: 'unplaced' | 'furniture'): Manuscript | null {
  if (!manuscript.rests.some((rest) => rest.id === restId && isPassage(rest))) return null;
  return {
    ...manuscript,
    rests: manuscript.rests.map((rest) => (rest.id === restId ? { ...rest, kind, elementId: null } : rest)),
  };
}

/** One step of an element among the others; null where there is nowhere to go. */
export function stepElement(manuscript: Manuscript, id: string, direction: Direction, revision: number): Manuscript | null {
  const elements = step(manuscript.elements, id, direction);
  return elements === null ? null : { ...manuscript, elements: touched(elements, id, revision) };
}

/** An element with everything below it moved under another parent, before a sibling there or last; null where that would be below itself. */
export function moveElement(
  manuscript: Manuscript,
  id: string,
  parent: string | null,
  revision: number,
  before?: string,
): Manuscript | null {
  const others = (byParent(manuscript.elements).get(parent) ?? []).filter((element) => element.id !== id);
  const at = others.findIndex((element) => element.id === before);
  const elements = putUnder(manuscript.elements, id, parent, at < 0 ? others.length : at);
  return elements === null ? null : { ...manuscript, elements: touched(elements, id, revision) };
}

/** May the passage be given a place? Repairs and edits are notes about words, not words. */
export function isPassage(rest: Rest): boolean {
  return rest.kind === 'unplaced' || rest.kind === 'furniture' || rest.kind === 'repeat';
}

/** The passages nobody has placed or called furniture, as they stand in the source. */
export function unplacedOf(rests: readonly Rest[]): Rest[] {
  return withWords(rests.filter((rest) => rest.kind === 'unplaced')).sort(
    (a, b) => (a.firstLine ?? 0) - (b.firstLine ?? 0) || a.position - b.position,
  );
}

function blankElement(manuscript: Manuscript, fields: ElementFields, parentId: string | null, revision: number): Element {
  const parent = manuscript.elements.find((element) => element.id === parentId);
  const taken = new Set(manuscript.elements.map((element) => element.slug));
  const slug = uniqueSlug(parent?.slug ?? null, fields.title ?? fields.text ?? fields.kind, taken);
  return {
    id: newId(),
    statementId: newId(),
    slug,
    parentId,
    position: 0,
    ...fields,
    firstLine: null,
    lastLine: null,
    page: null,
    revision,
  };
}

function parentOf(manuscript: Manuscript, place: Place): string | null {
  const near = 'after' in place ? manuscript.elements.find((element) => element.id === place.after)?.parentId : place.parent;
  return manuscript.elements.some((element) => element.id === near) ? (near ?? null) : null;
}

function indexOf(manuscript: Manuscript, place: Place): number {
  if (!('after' in place)) return Number.MAX_SAFE_INTEGER;
  return manuscript.elements.find((element) => element.id === place.after)?.position ?? Number.MAX_SAFE_INTEGER;
}

/** After the last sibling that stands before it in the source; without lines, at the end. */
function indexByLine(manuscript: Manuscript, element: Element): number {
  const siblings = byParent(manuscript.elements).get(element.parentId) ?? [];
  const line = element.firstLine;
  return line === null
    ? siblings.length
    : siblings.findLastIndex((sibling) => sibling.firstLine !== null && sibling.firstLine <= line) + 1;
}

/** What a passage most likely is: like the element before it in the source, and a heading when it is short and no sentence. */
export function suggestPlace(manuscript: Manuscript, rest: Rest): ElementFields & { parent: string | null } {
  const line = rest.firstLine ?? 0;
  const before = manuscript.elements
    .filter((element) => element.firstLine !== null && element.firstLine <= line)
    .toSorted((a, b) => (a.firstLine ?? 0) - (b.firstLine ?? 0))
    .at(-1);
  const heading = rest.text.length <= 80 && !/[.!?:;\n]/.test(rest.text);
  return {
    kind: before?.kind ?? 'section',
    level: null,
    title: heading ? rest.text : null,
    text: heading ? null : rest.text,
    parent: before?.parentId ?? null,
  };
}

/** Elements with one more, as child number `index` (from 0) of the parent it names. */
export function insert(elements: readonly Element[], element: Element, index: number): Element[] {
  return putUnder([...elements, element], element.id, element.parentId, index) ?? [...elements, { ...element, parentId: null }];
}

function touched(elements: readonly Element[], id: string, revision: number): Element[] {
  return elements.map((element) => (element.id === id ? { ...element, revision } : element));
}
