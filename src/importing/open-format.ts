import type { DraftExtras, ElementExtras } from './exchange/extras.ts';
import { bagOfWords, wordsOf } from './words.ts';

/** The name that stands first in every document of the open format; it changes only when a reader of the old one would break. */
export const FORMAT = 'pejling-framework/1';

/** The closed list of what an element can be. An organisation's own names for them are data (`kinds`). */
export const ELEMENT_KINDS = [
  'corner_flag',
  'competence',
  'theme',
  'expectation',
  'value',
  'intention',
  'principle',
  'focus_area',
  'guidepost',
  'meaning',
  'practice',
  'definition',
  'section',
  'foreword',
  'setting',
  'reflection_question',
  'checklist_item',
  'level',
  'forum',
  'use',
  'process_step',
  'success_criterion',
  'goal',
  'reason',
  'general_expectation',
] as const;

export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** First and last line, counted from 1, in the draft's `text`; the page too where the source has pages. */
export type Source = { lines: [number, number]; page?: number };

export type DraftElement = {
  id: string;
  kind: ElementKind;
  parent: string | null;
  level: string | null;
  title: string | null;
  text: string | null;
  source: Source;
  /** How sure the reading is, 0 to 1, where it was read from a picture of a page; missing where it was text. */
  confidence?: number;
} & ElementExtras;

/** A passage that says again what the named element says: a summary page, a pull quote, a second table. */
export type Repeat = { text: string; source: Source; element: string };

/** A passage that is shown beside the tree: not placed yet, or furniture of the page. */
export type Passage = { text: string; source: Source };

/** On line `line` the words of `from` became the words of `to` (a word joined over a line end, a damaged list mark). */
export type Repair = { line: number; from: string; to: string; decided?: 'accepted' | 'rejected' };

export type FrameworkDraft = {
  format: typeof FORMAT;
  organisation: string;
  title: string;
  date: string | null;
  levels: string[];
  kinds: Partial<Record<ElementKind, string>>;
  elements: DraftElement[];
  repeats: Repeat[];
  unplaced: Passage[];
  furniture: Passage[];
  repairs: Repair[];
  text: string;
} & DraftExtras;

/** Thrown when an import would lose, invent or double a word. It carries counts only, never the words of a document. */
export class NothingLostError extends Error {
  override readonly name = 'NothingLostError';
}

/**
 * The law of imports: the words of `text`, after `repairs` in their order, are exactly the words of the elements' titles and
 * texts, `repeats`, `unplaced` and `furniture`, each as many times. Throws NothingLostError when they are not.
 */
export function checkNothingLost(draft: FrameworkDraft): void {
  const expected = bagOfWords([draft.text]);
  for (const repair of draft.repairs) applyRepair(expected, repair);
  const placed = bagOfWords(textsOf(draft));
  let lost = 0;
  let extra = 0;
  for (const [word, count] of expected) lost += Math.max(0, count - (placed.get(word) ?? 0));
  for (const [word, count] of placed) extra += Math.max(0, count - (expected.get(word) ?? 0));
  if (lost > 0 || extra > 0) throw new NothingLostError(`${lost} words lost and ${extra} words added`);
}

function applyRepair(bag: Map<string, number>, repair: Repair): void {
  for (const word of wordsOf(repair.from)) {
    const count = bag.get(word) ?? 0;
    if (count === 0) throw new NothingLostError(`a repair on line ${repair.line} starts from a word that is not there`);
    bag.set(word, count - 1);
  }
  for (const word of wordsOf(repair.to)) bag.set(word, (bag.get(word) ?? 0) + 1);
}

function* textsOf(draft: FrameworkDraft): Generator<string> {
  for (const element of draft.elements) {
    if (element.title !== null) yield element.title;
    if (element.text !== null) yield element.text;
  }
  for (const passage of [...draft.repeats, ...draft.unplaced, ...draft.furniture]) yield passage.text;
}
