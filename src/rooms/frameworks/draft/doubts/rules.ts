import type { ElementKind } from '#importing/open-format.ts';
import { byParent, inDocumentOrder } from '../../tree/rules.ts';
import { unplacedOf, wordsOfElement } from '../rules.ts';
import type { Element, Manuscript, Rest } from '../schema.ts';
import type { Doubt, DoubtReason } from './schema.ts';

/** How much doubt each reason gives by itself. Several reasons add up as independent ones do: 1 − (1 − a)(1 − b). */
const WEIGHTS: Record<DoubtReason, number> = {
  unplaced: 0.9,
  wordless: 0.9,
  unsure: 0.6,
  strange: 0.55,
  torn: 0.5,
  same: 0.5,
  childless: 0.4,
  long: 0.4,
  short: 0.35,
  repaired: 0.15,
  alone: 0.15,
};
const SHOWN_FROM = 0.3;
const ENOUGH_TO_COMPARE = 4;
/** How sure the reading of a picture has to be of the words, not to be doubtful. */
const READ_WELL = 0.8;
type Reasons = Doubt['reasons'];

/** The places of a draft (or only some of them) that an editor should look at, the most doubtful first. Pure: the same draft has the same doubts. */
export function doubtsOf(manuscript: Manuscript, only?: ReadonlySet<string>): Doubt[] {
  const order = inDocumentOrder(manuscript.elements);
  const known = surroundings(order, manuscript.rests);
  const asked = ({ id }: { id: string }): boolean => only === undefined || only.has(id);
  const passages = unplacedOf(manuscript.rests)
    .filter(asked)
    .map((rest): Doubt & { line: number } => ({
      ...doubtFrom('passage', rest.id, [{ reason: 'unplaced', count: 1 }]),
      line: rest.firstLine ?? 0,
    }));
  const elements = order.flatMap((element, index) =>
    asked(element) ? [{ ...doubtFrom('element', element.id, reasonsFor(element, known)), line: element.firstLine ?? index }] : [],
  );
  return [...passages, ...elements]
    .filter(({ doubt }) => doubt >= SHOWN_FROM)
    .sort((a, b) => b.doubt - a.doubt || a.line - b.line)
    .map(({ line: _line, ...doubt }) => doubt);
}

type Surroundings = {
  children: Map<string | null, Element[]>;
  /** The middle length of the words of a kind (on one level where it has levels), where there are enough to compare. */
  usual: Map<string, number>;
  parents: Set<ElementKind>;
  repairs: Map<number, Rest[]>;
  /** Elements that say the same as another in the same place. */
  twins: Set<Element>;
};

function surroundings(elements: readonly Element[], rests: readonly Rest[]): Surroundings {
  const children = byParent(elements);
  const lengths = Map.groupBy(elements.filter(hasWords), groupOf);
  const usual = [...lengths].flatMap(([group, members]): [string, number][] =>
    members.length < ENOUGH_TO_COMPARE ? [] : [[group, middle(members.map((element) => wordsOfElement(element).length))]],
  );
  const open = rests.filter((rest) => rest.kind === 'repair' && rest.decided === null);
  const twins = [...Map.groupBy(elements, twinOf).values()].filter((same) => same.length > 1);
  return {
    children,
    usual: new Map(usual),
    parents: kindsThatHold(elements, children),
    repairs: Map.groupBy(open, (rest) => rest.firstLine ?? 0),
    twins: new Set(twins.flat()),
  };
}

/** Kinds of which most have something below them: one without is a heading that lost its text. */
function kindsThatHold(elements: readonly Element[], children: ReadonlyMap<string | null, Element[]>): Set<ElementKind> {
  const byKind = Map.groupBy(elements, (element) => element.kind);
  const most = [...byKind].filter(
    ([, members]) => members.length > 1 && members.filter(({ id }) => children.has(id)).length * 3 > members.length * 2,
  );
  return new Set(most.map(([kind]) => kind));
}

function reasonsFor(element: Element, known: Surroundings): Reasons {
  if (!hasWords(element)) return [{ reason: 'wordless', count: 1 }];
  const reasons: Reasons = [];
  const add = (reason: DoubtReason, holds: boolean, count = 1): void => {
    if (holds) reasons.push({ reason, count });
  };
  const words = wordsOfElement(element);
  const strange = MAYBE_STRANGE.test(words) ? (words.match(STRANGE)?.length ?? 0) : 0;
  const usual = known.usual.get(groupOf(element));
  const repairs = repairsIn(element, known);
  add('unsure', (element.confidence ?? 1) < READ_WELL);
  add('strange', strange > 0, strange);
  add('torn', isTorn(element));
  add('same', known.twins.has(element));
  add('childless', !known.children.has(element.id) && element.text === null && known.parents.has(element.kind));
  add('long', usual !== undefined && words.length > 40 && words.length > usual * 3.5);
  add('short', usual !== undefined && words.length * 5 < usual);
  add('repaired', repairs > 0, repairs);
  add('alone', isAlone(element, known));
  return reasons;
}

/** Signs inside words, or standing by themselves, that a scan makes and people do not write. */
const STRANGE = /\p{L}[|@®©¢£¥§¤}{\]\\~^<>_]+\p{L}|(?<=^|\s)[|®©¢¥¤}{\]\\~^<>_](?=\s|$)|\p{Ll}\p{Lu}\p{Ll}|\p{L}\d\p{L}|\uFFFD/gu;

/** Most texts have none of these signs, and that is quickly seen. */
const MAYBE_STRANGE = /[|@®©¢£¥§¤}{\]\\~^<>_\uFFFD\d]|[a-zæøå][A-ZÆØÅ]/;

/** A hyphen, a comma or a word that something has to follow. */
const ENDS_OPEN = /[-,‐]\s*$|\s(?:og|eller|at|som|der|af|til|for|på|i|med|ved|den|det|en|et|and|or|the|of|to|with|a)\s*$/u;

/** A text that ends where a sentence cannot end, or begins in the middle of a sentence though it has no heading to go on from. */
function isTorn({ title, text }: Element): boolean {
  if (text === null) return false;
  const end = text.slice(-12);
  return ENDS_OPEN.test(end) || (title === null && /^\p{Ll}\p{L}+\s/u.test(text) && /[.!?]\s*$/u.test(end));
}

/** One of a kind among several others with the same parent, where those are all of another kind. */
function isAlone(element: Element, { children }: Surroundings): boolean {
  const family = children.get(element.parentId) ?? [];
  const other = family.find(({ id }) => id !== element.id);
  if (family.length < 4 || other === undefined || other.kind === element.kind) return false;
  return family.every(({ id, kind }) => id === element.id || kind === other.kind);
}

function repairsIn({ firstLine, lastLine }: Element, { repairs }: Surroundings): number {
  if (firstLine === null) return 0;
  let count = 0;
  for (let line = firstLine; line <= (lastLine ?? firstLine); line++) count += repairs.get(line)?.length ?? 0;
  return count;
}

function doubtFrom(kind: Doubt['kind'], id: string, reasons: Reasons): Doubt {
  const sure = reasons.reduce((left, { reason, count }) => left * (1 - WEIGHTS[reason]) ** Math.min(count, 3), 1);
  return {
    kind,
    id,
    doubt: Math.round((1 - sure) * 100) / 100,
    reasons: reasons.toSorted((a, b) => WEIGHTS[b.reason] - WEIGHTS[a.reason]),
  };
}

function hasWords(element: Element): boolean {
  return (element.title ?? '') !== '' || (element.text ?? '') !== '';
}

function groupOf(element: Element): string {
  return `${element.kind}/${element.level ?? ''}`;
}

function twinOf(element: Element): string {
  return `${element.parentId ?? ''}/${element.kind}/${element.level ?? ''}/${wordsOfElement(element).toLowerCase()}`;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
