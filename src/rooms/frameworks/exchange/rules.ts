import { newId } from '#base/ids.ts';
import { FORMAT, type DraftElement, type FrameworkDraft, type Passage, type Source } from '#importing/open-format.ts';
import { slug } from '#importing/structure/slug.ts';
import type { Element, Rest, RestKind } from '../draft/schema.ts';
import type { Level, VersionHead } from '../schema.ts';
import { inDocumentOrder } from '../tree/rules.ts';

/** A name for an element in files: its parent's name and its own words, different from all that are taken. */
export function uniqueSlug(parent: string | null, words: string, taken: ReadonlySet<string>): string {
  const path = parent === null ? slug(words) : `${parent}/${slug(words)}`;
  let unique = path;
  for (let count = 2; taken.has(unique); count++) unique = `${path}-${count}`;
  return unique;
}

/** A draft of the open format as elements and rests with ids of our own. `byName` leads from the draft's ids to the elements. */
export function fromOpenFormat(draft: FrameworkDraft): { elements: Element[]; rests: Rest[]; byName: Map<string, Element> } {
  const byName = new Map<string, Element>();
  const positions = new Map<string | null, number>();
  for (const part of draft.elements) byName.set(part.id, elementFrom(part, draft.levels, byName, positions));
  const rests: Rest[] = [];
  const add = (kind: RestKind, passage: Passage, more: Partial<Rest> = {}): void => {
    rests.push({
      id: newId(),
      position: rests.length + 1,
      kind,
      text: passage.text,
      repairedTo: null,
      elementId: null,
      decided: null,
      ...linesFrom(passage.source),
      ...more,
    });
  };
  for (const passage of draft.unplaced) add('unplaced', passage);
  for (const passage of draft.furniture) add('furniture', passage);
  for (const repeat of draft.repeats) {
    const element = byName.get(repeat.element);
    add(element === undefined ? 'unplaced' : 'repeat', repeat, { elementId: element?.id ?? null });
  }
  for (const repair of draft.repairs)
    add(
      'repair',
      { text: repair.from, source: { lines: [repair.line, repair.line] } },
      {
        repairedTo: repair.to,
        decided: repair.decided ?? null,
      },
    );
  return { elements: [...byName.values()], rests, byName };
}

function elementFrom(
  part: DraftElement,
  levels: readonly string[],
  byName: ReadonlyMap<string, Element>,
  positions: Map<string | null, number>,
): Element {
  const parentId = part.parent === null ? null : (byName.get(part.parent)?.id ?? null);
  const position = (positions.get(parentId) ?? 0) + 1;
  positions.set(parentId, position);
  const level = part.level === null ? -1 : levels.indexOf(part.level);
  return {
    id: newId(),
    statementId: newId(),
    slug: part.id,
    parentId,
    position,
    kind: part.kind,
    level: level < 0 ? null : level + 1,
    title: part.title,
    text: part.text,
    ...linesFrom(part.source),
    confidence: part.confidence ?? null,
    revision: 1,
  };
}

/** What a version consists of when it leaves as a file. */
export type ExportParts = {
  head: VersionHead;
  levels: readonly Level[];
  kinds: FrameworkDraft['kinds'];
  elements: readonly Element[];
  rests: readonly Rest[];
  sourceText: string;
};

/** A version as a draft of the open format, elements in document order. Imports of it give the same again. */
export function toOpenFormat(parts: ExportParts): FrameworkDraft {
  const names = new Map(parts.elements.map((element) => [element.id, element.slug]));
  const levels = new Map(parts.levels.map((level) => [level.position, level.name]));
  const passages = (kind: RestKind): Rest[] =>
    parts.rests.filter((rest) => rest.kind === kind).sort((a, b) => a.position - b.position);
  const passage = (rest: Rest): Passage => ({ text: rest.text, source: sourceFrom(rest) });
  return {
    format: FORMAT,
    organisation: parts.head.issuedBy,
    title: parts.head.title,
    date: parts.head.dated,
    levels: parts.levels.map((level) => level.name),
    kinds: parts.kinds,
    elements: inDocumentOrder(parts.elements).map((element) => ({
      id: element.slug,
      kind: element.kind,
      parent: element.parentId === null ? null : (names.get(element.parentId) ?? null),
      level: element.level === null ? null : (levels.get(element.level) ?? null),
      title: element.title,
      text: element.text,
      source: sourceFrom(element),
      ...(typeof element.confidence === 'number' ? { confidence: element.confidence } : {}),
    })),
    repeats: passages('repeat').map((rest) => ({ ...passage(rest), element: names.get(rest.elementId ?? '') ?? '' })),
    unplaced: passages('unplaced').map(passage),
    furniture: passages('furniture').map(passage),
    repairs: [...passages('repair'), ...passages('edit')].map((rest) => ({
      line: rest.firstLine ?? 1,
      from: rest.text,
      to: rest.repairedTo ?? '',
      ...(rest.decided === null ? {} : { decided: rest.decided }),
    })),
    text: parts.sourceText,
  };
}

type Lines = { firstLine: number | null; lastLine: number | null; page: number | null };

function linesFrom(source: Source): Lines {
  return { firstLine: source.lines[0], lastLine: source.lines[1], page: source.page ?? null };
}

/** What an editor wrote stands on no line of the source; the format wants one, so it is line 1. */
function sourceFrom(place: Lines): Source {
  const lines: [number, number] = [place.firstLine ?? 1, place.lastLine ?? place.firstLine ?? 1];
  return place.page === null ? { lines } : { lines, page: place.page };
}
