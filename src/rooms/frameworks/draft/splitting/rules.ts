import { newId } from '#base/ids.ts';
import { uniqueSlug } from '../../exchange/rules.ts';
import { byParent, putUnder, without } from '../../tree/rules.ts';
import { insert } from '../rules.ts';
import type { Element, Manuscript, Rest } from '../schema.ts';

/** Where in an element's words it is split: before character number `at` (from 0) of its title or its text. */
export type Cut = { part: 'title' | 'text'; at: number };

/**
 * The draft with one element made two: the second stands right after the first and takes the words from the cut on. What lies below stays
 * below the first. No word is cut in two. Null when one of them would be without words.
 */
export function splitElement(
  manuscript: Manuscript,
  id: string,
  cut: Cut,
  revision: number,
): { manuscript: Manuscript; id: string } | null {
  const element = manuscript.elements.find((candidate) => candidate.id === id);
  const halves = element && halvesOf(element, cut);
  if (element === undefined || halves === undefined || halves === null) return null;
  const taken = new Set(manuscript.elements.map((other) => other.slug));
  const parent = manuscript.elements.find((other) => other.id === element.parentId);
  const words = halves.second.title ?? halves.second.text ?? element.kind;
  const [firstLines, secondLines] = linesOf(element, halves.share);
  const second: Element = {
    ...element,
    ...halves.second,
    ...secondLines,
    id: newId(),
    statementId: newId(),
    slug: uniqueSlug(parent?.slug ?? null, words, taken),
    revision,
  };
  const first: Element = { ...element, ...halves.first, ...firstLines, revision };
  const elements = manuscript.elements.map((other) => (other.id === id ? first : other));
  return {
    id: second.id,
    manuscript: {
      ...manuscript,
      elements: insert(elements, second, element.position),
      rests: unlinked(manuscript.rests, new Set([id])),
    },
  };
}

/** The draft with an element and its next sibling made one; what lay below the second comes last below the first. */
export function joinElements(
  manuscript: Manuscript,
  id: string,
  revision: number,
): { manuscript: Manuscript; gone: string } | null {
  const first = manuscript.elements.find((candidate) => candidate.id === id);
  if (first === undefined) return null;
  const second = (byParent(manuscript.elements).get(first.parentId) ?? []).find(({ position }) => position > first.position);
  if (second === undefined) return null;
  let elements: Element[] = manuscript.elements.map((element) =>
    element.id === id ? { ...first, ...joinedWords(first, second), ...linesAround(first, second), revision } : element,
  );
  for (const child of byParent(elements).get(second.id) ?? [])
    elements = putUnder(elements, child.id, id, Number.MAX_SAFE_INTEGER) ?? elements;
  const rests = unlinked(manuscript.rests, new Set([id, second.id])).map((rest) =>
    rest.elementId === second.id ? { ...rest, elementId: id } : rest,
  );
  return { gone: second.id, manuscript: { ...manuscript, elements: without(elements, new Set([second.id])), rests } };
}

/** The element before this one among its siblings. */
export function previousOf(elements: readonly Element[], id: string): Element | null {
  const element = elements.find((candidate) => candidate.id === id);
  if (element === undefined) return null;
  return (byParent(elements).get(element.parentId) ?? []).findLast(({ position }) => position < element.position) ?? null;
}

/** Where a text can be split, for those who cannot point: after each sentence and each line. */
export function placesToSplit(text: string): number[] {
  const ends = [...text.matchAll(/[.!?:;]["»”)]*\s+|\n+/gu)].map((match) => match.index + match[0].length);
  return [...new Set(ends)].filter((at) => /\S/.test(text.slice(0, at)) && /\S/.test(text.slice(at)));
}

type Words = { title: string | null; text: string | null };

function halvesOf(element: Element, { part, at }: Cut): { first: Words; second: Words; share: number } | null {
  const whole = element[part] ?? '';
  const place = betweenWords(whole, at);
  const [before, after] = [filled(whole.slice(0, place)), filled(whole.slice(place))];
  const [first, second]: [Words, Words] =
    part === 'title'
      ? [
          { title: before, text: null },
          { title: after, text: element.text },
        ]
      : [
          { title: element.title, text: before },
          { title: null, text: after },
        ];
  const size = ({ title, text }: Words): number => (title ?? '').length + (text ?? '').length;
  if (size(first) === 0 || size(second) === 0) return null;
  return { first, second, share: size(first) / (size(first) + size(second)) };
}

/** The nearest place at or before `at` that stands in no word. */
function betweenWords(text: string, at: number): number {
  let place = Math.max(0, Math.min(at, text.length));
  const inWord = (index: number): boolean =>
    /[\p{L}\p{M}\p{N}]/u.test(text.charAt(index)) || /[\uD800-\uDFFF]/.test(text.charAt(index));
  while (place > 0 && place < text.length && inWord(place - 1) && inWord(place)) place--;
  return place;
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

type Lines = { firstLine: number | null; lastLine: number | null };

/** Which lines the two halves most likely stand on, by how much of the words each has. */
function linesOf({ firstLine, lastLine }: Element, share: number): [Lines, Lines] {
  if (firstLine === null || lastLine === null)
    return [
      { firstLine, lastLine },
      { firstLine, lastLine },
    ];
  const turn = Math.min(lastLine, firstLine + Math.round(share * (lastLine - firstLine + 1)));
  return [
    { firstLine, lastLine: Math.max(firstLine, turn - 1) },
    { firstLine: turn, lastLine },
  ];
}

function linesAround(a: Element, b: Element): Lines {
  const lines = [a.firstLine, a.lastLine, b.firstLine, b.lastLine].filter((line) => line !== null);
  return lines.length === 0
    ? { firstLine: null, lastLine: null }
    : { firstLine: Math.min(...lines), lastLine: Math.max(...lines) };
}

/** Two headings become one heading; otherwise the second's words go on where the first's text ends. */
function joinedWords(first: Element, second: Element): Words {
  if (first.text === null && second.text === null && first.title !== null && second.title !== null)
    return { title: `${first.title} ${second.title}`, text: null };
  if (first.title === null && first.text === null) return { title: second.title, text: second.text };
  const text = [first.text, second.title, second.text]
    .filter((part) => part !== null && part !== '')
    .reduce<string | null>((whole, part) => (whole === null ? part : goesOn(whole, part)), null);
  return { title: first.title, text };
}

/** A sentence that was torn apart runs on; a new one begins on a line of its own. */
function goesOn(before: string, after: string | null): string {
  const torn = !/[.!?:;»”")]\s*$/u.test(before) && /^[\p{Ll}(]/u.test(after ?? '');
  return `${before}${torn ? ' ' : '\n'}${after}`;
}

/** What was noted about edits of these elements is true of no one of them any longer; it stays, for the words changed all the same. */
function unlinked(rests: readonly Rest[], ids: ReadonlySet<string>): Rest[] {
  return rests.map((rest) =>
    rest.kind === 'edit' && rest.elementId !== null && ids.has(rest.elementId) ? { ...rest, elementId: null } : rest,
  );
}
