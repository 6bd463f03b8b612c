import { newId } from '#base/ids.ts';
import { wordsOf } from '#importing/words.ts';
import { nextPosition, noteEdit } from '../edits/rules.ts';
import { isPassage, wordsOfElement } from '../rules.ts';
import type { Decision, Element, Manuscript, Rest } from '../schema.ts';
import type { RepairGroup } from './schema.ts';

/**
 * The draft with repairs of the scan accepted or rejected. A rejected one has its word as it stood in the document; to the law of words that
 * is an edit on top of the repair. Those whose word is not where it was are left undecided and named in `missed`.
 */
export function decideRepairs(
  manuscript: Manuscript,
  ids: readonly string[],
  decision: Decision,
  source: readonly string[],
  revision: number,
): { manuscript: Manuscript; missed: string[] } {
  const missed: string[] = [];
  let changed = manuscript;
  for (const id of ids) {
    const repair = changed.rests.find((rest) => rest.id === id && rest.kind === 'repair');
    if (repair === undefined) continue;
    const turned = turn(changed, repair, decision, source, revision);
    if (turned === null) missed.push(id);
    else changed = decided(turned, id, decision);
  }
  return { manuscript: changed, missed };
}

function turn(
  manuscript: Manuscript,
  repair: Rest,
  decision: Decision,
  source: readonly string[],
  revision: number,
): Manuscript | null {
  const rejectedNow = repair.decided === 'rejected';
  if ((decision === 'rejected') === rejectedNow) return manuscript;
  const [from, to] = rejectedNow ? [repair.text, repair.repairedTo ?? ''] : [repair.repairedTo ?? '', repair.text];
  const line = source[(repair.firstLine ?? 0) - 1] ?? '';
  return replaceAt(manuscript, repair.firstLine ?? 0, { from, to, line }, revision);
}

function decided(manuscript: Manuscript, id: string, decision: Decision): Manuscript {
  return { ...manuscript, rests: manuscript.rests.map((rest) => (rest.id === id ? { ...rest, decided: decision } : rest)) };
}

type Replacement = { from: string; to: string; line: string };

/** Replaces the words in whatever speaks for the line: the narrowest element that has them, else a passage. */
function replaceAt(manuscript: Manuscript, line: number, words: Replacement, revision: number): Manuscript | null {
  const covers = (place: { firstLine: number | null; lastLine: number | null }): boolean =>
    place.firstLine !== null && place.firstLine <= line && line <= (place.lastLine ?? place.firstLine);
  const width = (place: { firstLine: number | null; lastLine: number | null }): number =>
    (place.lastLine ?? place.firstLine ?? 0) - (place.firstLine ?? 0);
  const elements = manuscript.elements.filter(covers).sort((a, b) => width(a) - width(b));
  for (const element of elements)
    for (const part of ['text', 'title'] as const) {
      const text = element[part] === null ? null : replaced(element[part], words);
      if (text !== null) return withElement(manuscript, element, { ...element, [part]: text === '' ? null : text, revision });
    }
  for (const rest of manuscript.rests.filter((candidate) => isPassage(candidate) && covers(candidate))) {
    const text = replaced(rest.text, words);
    if (text !== null) return withPassage(manuscript, { ...rest, text }, words);
  }
  return null;
}

function withElement(manuscript: Manuscript, before: Element, after: Element): Manuscript {
  return {
    ...manuscript,
    elements: manuscript.elements.map((element) => (element.id === after.id ? after : element)),
    rests: noteEdit(manuscript.rests, after, wordsOfElement(before), wordsOfElement(after)),
  };
}

function withPassage(manuscript: Manuscript, passage: Rest, { from, to }: Replacement): Manuscript {
  const rests = manuscript.rests.map((rest) => (rest.id === passage.id ? passage : rest));
  const note: Rest = {
    ...passage,
    id: newId(),
    kind: 'edit',
    position: nextPosition(rests),
    text: from,
    repairedTo: to,
    elementId: null,
  };
  return { ...manuscript, rests: [...rests, note] };
}

/** The text with one occurrence of the words replaced: the one whose neighbours stand around the words in the document. Null: none. */
function replaced(text: string, { from, to, line }: Replacement): string | null {
  if (wordsOf(from).length === 0) return `${to} ${text}`.trim();
  const neighbours = new Set(wordsOf(line));
  const near = (words: string): number => wordsOf(words).filter((word) => neighbours.has(word)).length;
  const places = occurrences(text, from).map((at) => {
    const after = at + from.length;
    return { at, near: near(text.slice(Math.max(0, at - 40), at)) + near(text.slice(after, after + 40)) };
  });
  const [best] = places.sort((a, b) => b.near - a.near || a.at - b.at);
  if (best === undefined) return null;
  const whole = text.slice(0, best.at) + to + text.slice(best.at + from.length);
  return to === '' ? whole.replace(/ {2,}/g, ' ').trim() : whole;
}

/** Where the words stand as whole words. */
function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(at + words.length)))
      found.push(at);
  return found;
}

/** Repairs of the same words together, the rarest first, for those are the least certain; undecided groups before decided ones. */
export function groupsOfRepairs(repairs: readonly Rest[], source: readonly string[]): RepairGroup[] {
  const groups = Map.groupBy(repairs, (rest) => `${rest.text}\n${rest.repairedTo ?? ''}`);
  const open = ({ repairs: all }: RepairGroup): number => (all.some(({ decided: known }) => known === null) ? 0 : 1);
  return [...groups.values()]
    .flatMap((same): RepairGroup[] => {
      const [first] = same;
      if (first === undefined) return [];
      const all = same.map((rest) => ({ id: rest.id, line: rest.firstLine, decided: rest.decided, ...around(rest, source) }));
      return [{ from: first.text, to: first.repairedTo ?? '', repairs: all }];
    })
    .sort(
      (a, b) => open(a) - open(b) || a.repairs.length - b.repairs.length || (a.repairs[0]?.line ?? 0) - (b.repairs[0]?.line ?? 0),
    );
}

/** The words around a repair in the line it stands on. */
function around(repair: Rest, source: readonly string[]): { before: string; after: string } {
  const line = source[(repair.firstLine ?? 0) - 1] ?? '';
  const at = line.indexOf(repair.text);
  if (at < 0) return { before: line, after: '' };
  return { before: line.slice(0, at).slice(-60), after: line.slice(at + repair.text.length).slice(0, 60) };
}
