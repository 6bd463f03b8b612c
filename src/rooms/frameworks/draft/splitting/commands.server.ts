import type { Member } from '#rooms/people/proof.server.ts';
import { followStatement } from '../../attributes/write.server.ts';
import { byParent } from '../../tree/rules.ts';
import { changeElement, type Conflict, type Saved } from '../saves/commands.server.ts';
import type { Note } from '../saves/write.server.ts';
import type { Manuscript } from '../schema.ts';
import { joinElements, previousOf, splitElement, type Cut } from './rules.ts';

/** Makes one element two, at a place in its words. Gives the second. */
export async function splitInDraft(
  member: Member,
  versionId: string,
  input: { element: string; revision: number } & Cut,
): Promise<Saved | Conflict> {
  let second = input.element;
  const { element, revision, part, at } = input;
  const note: Note = { what: 'split' };
  const answer = await changeElement(member, versionId, note, { element, revision }, async (manuscript, next, tx) => {
    const split = splitElement(manuscript, element, { part, at }, next);
    if (split === null) return null;
    second = split.id;
    const [from, into] = [statementOf(manuscript, element), statementOf(split.manuscript, second)];
    note.told = { split: { from, into: [from, into] } };
    await followStatement(tx, versionId, from, [into]);
    return split.manuscript;
  });
  return answer.saved ? { saved: true, elementId: second } : answer;
}

/** Makes an element and its neighbour one. Gives the one that is left: the first of the two. */
export async function joinInDraft(
  member: Member,
  versionId: string,
  input: { element: string; revision: number; with: 'next' | 'previous' },
): Promise<Saved | Conflict> {
  let left = input.element;
  const note: Note = { what: 'join' };
  const firstOf = (manuscript: Manuscript): string | undefined =>
    input.with === 'next' ? input.element : previousOf(manuscript.elements, input.element)?.id;
  const also = (manuscript: Manuscript): string[] => pairFrom(manuscript, firstOf(manuscript));
  const seen = { element: input.element, revision: input.revision, also };
  const answer = await changeElement(member, versionId, note, seen, async (manuscript, next, tx) => {
    const first = firstOf(manuscript);
    const joined = first === undefined ? null : joinElements(manuscript, first, next);
    if (first === undefined || joined === null) return null;
    left = first;
    const [into, from] = [statementOf(manuscript, first), statementOf(manuscript, joined.gone)];
    note.told = { merged: { into, from: [from] } };
    await followStatement(tx, versionId, from, [into]);
    return joined.manuscript;
  });
  return answer.saved ? { saved: true, elementId: left } : answer;
}

function statementOf({ elements }: Manuscript, id: string): string {
  return elements.find((element) => element.id === id)?.statementId ?? '';
}

function pairFrom({ elements }: Manuscript, first: string | undefined): string[] {
  const element = elements.find(({ id }) => id === first);
  if (element === undefined) return [];
  const second = (byParent(elements).get(element.parentId) ?? []).find(({ position }) => position > element.position);
  return [element.id, ...(second === undefined ? [] : [second.id])];
}
