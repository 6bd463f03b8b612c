import { newId } from '#base/ids.ts';
import { bagOfWords } from '#importing/words.ts';
import type { Element, Rest } from '../schema.ts';

/**
 * Writes down that the words of an element became others, so that source plus repairs plus edits still accounts for every word.
 * One note per element tells from what it was to what it is; it goes when the words are the old ones again.
 */
export function noteEdit(rests: readonly Rest[], element: Element, from: string, to: string): Rest[] {
  if (sameWords(from, to)) return [...rests];
  const known = noteOf(rests, element.id);
  if (known === undefined) return [...rests, note(rests, element, from, to)];
  if (sameWords(known.text, to)) return rests.filter((rest) => rest.id !== known.id);
  return rests.map((rest) => (rest.id === known.id ? { ...rest, repairedTo: to } : rest));
}

/** An element took in more words that need no note of their own. Its earlier note now comes after whatever brought those words. */
export function noteWords(rests: readonly Rest[], elementId: string, words: string): Rest[] {
  const known = noteOf(rests, elementId);
  if (known === undefined) return [...rests];
  const grown = {
    ...known,
    position: nextPosition(rests),
    text: joined(known.text, words),
    repairedTo: joined(known.repairedTo ?? '', words),
  };
  return [...rests.filter((rest) => rest.id !== known.id), grown];
}

/** Do the texts have exactly the same words, each as many times? Order and punctuation do not count. */
export function sameWords(a: string, b: string): boolean {
  const left = bagOfWords([a]);
  const right = bagOfWords([b]);
  return left.size === right.size && [...left].every(([word, count]) => right.get(word) === count);
}

export function withWords(rests: readonly Rest[]): Rest[] {
  return rests.filter((rest) => bagOfWords([rest.text]).size > 0);
}

/** The place after all other rests: notes are applied in this order. */
export function nextPosition(rests: readonly Rest[]): number {
  return rests.reduce((most, rest) => Math.max(most, rest.position), 0) + 1;
}

function noteOf(rests: readonly Rest[], elementId: string): Rest | undefined {
  return rests.find((rest) => rest.kind === 'edit' && rest.elementId === elementId);
}

function note(rests: readonly Rest[], element: Element, from: string, to: string): Rest {
  const { firstLine, lastLine, page } = element;
  return {
    id: newId(),
    position: nextPosition(rests),
    kind: 'edit',
    text: from,
    repairedTo: to,
    firstLine,
    lastLine,
    page,
    elementId: element.id,
    decided: null,
  };
}

function joined(a: string, b: string): string {
  return a === '' ? b : `${a}\n${b}`;
}
