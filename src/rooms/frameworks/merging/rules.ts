import { bagOfWords } from '#importing/words.ts';
import type { Element, Manuscript } from '../draft/schema.ts';
import { editElement } from '../draft/rules.ts';
import type { Origin } from '../origins/schema.ts';
import { wordsOf } from '../origins/rules.ts';
import { byParent, subtreeOf } from '../tree/rules.ts';
import type { PairDecision, Provenance } from './schema.ts';

/** Statements are put side by side from this share of common words, or with the same title. */
const SIDE_BY_SIDE = 0.5;

export type Candidate = { firstId: string; secondId: string; alike: number };
type Side = { statementId: string; title: string | null; text: string | null };

/**
 * Which statements of two frameworks seem to say the same, each in one pair at most, the most alike first. Alike is the share of words in
 * common (Dice), from 0 to 1, over title and text without regard to capitals; the same title alone counts as SIDE_BY_SIDE.
 */
export function pairsOf(first: readonly Side[], second: readonly Side[]): Candidate[] {
  const left = first.map(bagOf);
  const right = second.map(bagOf);
  const all = left.flatMap((one) =>
    right.flatMap((other): Candidate[] => {
      const alike = alikenessOf(one, other);
      return alike < SIDE_BY_SIDE ? [] : [{ firstId: one.id, secondId: other.id, alike }];
    }),
  );
  const taken = new Set<string>();
  return all
    .sort((a, b) => b.alike - a.alike)
    .filter(({ firstId, secondId }) => {
      if (taken.has(firstId) || taken.has(secondId)) return false;
      taken.add(firstId).add(secondId);
      return true;
    });
}

type Bag = { id: string; title: string; words: Map<string, number>; count: number };

function bagOf(side: Side): Bag {
  const words = bagOfWords([wordsOf(side).toLocaleLowerCase('da')]);
  const count = [...words.values()].reduce((sum, times) => sum + times, 0);
  return { id: side.statementId, title: (side.title ?? '').trim().toLocaleLowerCase('da'), words, count };
}

function alikenessOf(one: Bag, other: Bag): number {
  const all = one.count + other.count;
  // Twice the smaller bag is the most they can have in common.
  if (all === 0) return 0;
  const titled = one.title !== '' && one.title === other.title ? SIDE_BY_SIDE : 0;
  if ((2 * Math.min(one.count, other.count)) / all < SIDE_BY_SIDE) return titled;
  const [small, large] = one.words.size < other.words.size ? [one, other] : [other, one];
  let common = 0;
  for (const [word, times] of small.words) common += Math.min(times, large.words.get(word) ?? 0);
  return Math.max(titled, (2 * common) / all);
}

/**
 * The draft after a decision about a pair. The statement that is left is the first's, with the chosen words; what stood under the
 * second moves under it. Both: nothing changes. Null when one of the two is no longer in the draft.
 */
export function decidedPair(
  manuscript: Manuscript,
  pair: { firstId: string; secondId: string },
  decision: PairDecision,
  joined: { title: string | null; text: string | null },
  revision: number,
): Manuscript | null {
  const first = manuscript.elements.find((element) => element.statementId === pair.firstId);
  const second = manuscript.elements.find((element) => element.statementId === pair.secondId);
  if (first === undefined || second === undefined) return null;
  if (decision === 'both') return manuscript;
  // One below the other: taking the second away must not take the first along.
  if (subtreeOf(manuscript.elements, second.id).some((element) => element.id === first.id)) return null;
  const words = { first, second, joined }[decision];
  const fields = { kind: first.kind, level: first.level, title: words.title, text: words.text };
  const written = decision === 'first' ? manuscript : editElement(manuscript, first.id, fields, revision);
  return { ...written, elements: absorbed(written.elements, first, second, revision) };
}

/** Without the second, whose children follow the first's own. */
function absorbed(elements: readonly Element[], first: Element, second: Element, revision: number): Element[] {
  const own = byParent(elements).get(first.id)?.length ?? 0;
  const moved = new Map((byParent(elements).get(second.id) ?? []).map((child, at) => [child.id, own + at + 1]));
  return elements
    .filter((element) => element.id !== second.id)
    .map((element) => {
      const position = moved.get(element.id);
      if (position !== undefined) return { ...element, parentId: first.id, position, revision };
      const closesUp = element.parentId === second.parentId && element.position > second.position;
      return closesUp ? { ...element, position: element.position - 1 } : element;
    });
}

/** Where each statement comes from: of the first framework, of the second, of both, or written here. */
export function provenanceOf(
  origins: readonly Origin[],
  merge: { first: { name: string }; second: { name: string } },
): Provenance {
  const names = new Set(origins.map((origin) => origin.from.name));
  const [first, second] = [names.has(merge.first.name), names.has(merge.second.name)];
  return first && second ? 'both' : first ? 'first' : second ? 'second' : 'new';
}
