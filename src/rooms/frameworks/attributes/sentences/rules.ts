import { newId } from '#base/ids.ts';
import { uniqueSlug } from '../../exchange/rules.ts';
import { insert } from '../../draft/rules.ts';
import type { Element, Manuscript } from '../../draft/schema.ts';

/** Words that end in a full stop without ending a sentence. Those with a stop inside (f.eks., bl.a.) need no list. */
const SHORT = new Set(
  'ca cf dvs evt fx henh hhv ift inkl jf jvf kap kl maks min mv nr osv pct pkt st stk tlf vedr vs etc dr prof'.split(' '),
);

/**
 * The sentences of a text, in their order: every paragraph and every line of a list begins a new one. No character but the space
 * between them is lost.
 */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+/)
    .flatMap(sentencesOfLine)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function sentencesOfLine(line: string): string[] {
  const sentences: string[] = [];
  let begins = 0;
  // An end is a mark, perhaps a closing quotation mark or bracket, a space, and then something that can begin a sentence.
  for (const end of line.matchAll(/[.!?…]+["'”’»)\]]*\s+(?=["'“‘«([]*[\p{Lu}\p{N}])/gu)) {
    const upTo = end.index + end[0].length;
    if (end[0].startsWith('.') && isShortened(line.slice(begins, end.index))) continue;
    sentences.push(line.slice(begins, upTo));
    begins = upTo;
  }
  return [...sentences, line.slice(begins)];
}

function isShortened(before: string): boolean {
  const word = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? '';
  return word.includes('.') || /^(\p{L}|\p{N}{1,2})$/u.test(word) || SHORT.has(word.toLowerCase());
}

/**
 * The draft with an element's text made a statement per sentence. One with a heading keeps it, and its sentences lie below; one without
 * keeps its first sentence, and the others follow it. Null when there is nothing to split.
 */
export function splitIntoSentences(
  manuscript: Manuscript,
  elementId: string,
  revision: number,
): { manuscript: Manuscript; from: Element; to: Element[] } | null {
  const from = manuscript.elements.find((element) => element.id === elementId);
  const sentences = sentencesOf(from?.text ?? '');
  if (from === undefined || sentences.length < 2) return null;
  const [first = '', ...rest] = sentences;
  const headed = from.title !== null;
  const kept: Element = { ...from, text: headed ? null : first, revision };
  let elements = manuscript.elements.map((element) => (element.id === elementId ? kept : element));
  const to: Element[] = [];
  for (const text of headed ? sentences : rest) {
    const parentId = headed ? from.id : from.parentId;
    const parent = elements.find((element) => element.id === parentId);
    const slug = uniqueSlug(parent?.slug ?? null, text, new Set(elements.map((element) => element.slug)));
    const element: Element = {
      ...from,
      id: newId(),
      statementId: newId(),
      slug,
      parentId,
      title: null,
      text,
      position: 0,
      revision,
    };
    elements = insert(elements, element, headed ? to.length : from.position + to.length);
    to.push(element);
  }
  // The note of how the words came to be stays a note about the words, which now stand in several elements.
  const rests = manuscript.rests.map((rest) =>
    rest.kind === 'edit' && rest.elementId === elementId ? { ...rest, elementId: null } : rest,
  );
  return { manuscript: { ...manuscript, elements, rests }, from, to };
}
