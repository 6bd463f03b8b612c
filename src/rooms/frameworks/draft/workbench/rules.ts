import type { KindNamer } from '../../presented/rules.ts';
import type { Level } from '../../schema.ts';
import { inDocumentOrder } from '../../tree/rules.ts';
import { isPassage } from '../rules.ts';
import type { Element, Rest } from '../schema.ts';
import type { Row } from './schema.ts';

/** A line of the source beside the draft, and what its words have become. A run of lines with one owner begins with the first. */
export type SourceLine = { number: number; text: string; owner: Owner | null; begins: boolean; marked: boolean };
export type Owner = { kind: 'element' | 'unplaced' | 'furniture' | 'repeat'; id: string };
export type SourceView = { lines: SourceLine[]; total: number; whole: boolean; first: number; last: number };

const AROUND = 12;
type Range = { firstLine: number | null; lastLine: number | null };

/**
 * The source with the lines of the chosen element or passage marked: all of it, or when something is chosen the surroundings.
 * Where several speak for a line, the one with the fewest lines is its owner.
 */
export function sourceView(
  texts: readonly string[],
  elements: readonly Element[],
  rests: readonly Rest[],
  chosen: Range | null,
  whole: boolean,
): SourceView {
  const owners = ownersOf(texts.length, elements, rests);
  const [from, to] = [chosen?.firstLine ?? null, chosen?.lastLine ?? chosen?.firstLine ?? null];
  const partly = !whole && from !== null && to !== null;
  const first = partly ? Math.max(1, from - AROUND) : 1;
  const last = partly ? Math.min(texts.length, to + AROUND) : texts.length;
  const lines = texts.slice(first - 1, last).map((text, index): SourceLine => {
    const number = first + index;
    const owner = owners[number] ?? null;
    const begins = owner !== null && (index === 0 || owners[number - 1]?.id !== owner.id);
    return { number, text, owner, begins, marked: from !== null && to !== null && number >= from && number <= to };
  });
  return { lines, total: texts.length, whole: lines.length === texts.length, first, last };
}

function ownersOf(total: number, elements: readonly Element[], rests: readonly Rest[]): (Owner | undefined)[] {
  const owners: (Owner | undefined)[] = Array.from({ length: total + 1 });
  const claims = [
    ...elements.map((element) => ({ owner: { kind: 'element' as const, id: element.id }, range: element })),
    ...rests.filter(isPassage).map((rest) => ({ owner: { kind: rest.kind as Owner['kind'], id: rest.id }, range: rest })),
  ];
  const length = ({ firstLine, lastLine }: Range): number => (lastLine ?? firstLine ?? 0) - (firstLine ?? 0);
  for (const { owner, range } of claims.sort((a, b) => length(b.range) - length(a.range))) {
    const { firstLine, lastLine } = range;
    if (firstLine === null) continue;
    for (let line = firstLine; line <= Math.min(lastLine ?? firstLine, total); line++) owners[line] = owner;
  }
  return owners;
}

/** Elements as the workbench shows them, in document order. */
export function rowsOf(elements: readonly Element[], levels: readonly Level[], kindName: KindNamer): Row[] {
  const names = new Map(levels.map((level) => [level.position, level.name]));
  return inDocumentOrder(elements).map((element) => ({
    id: element.id,
    parentId: element.parentId,
    position: element.position,
    kind: element.kind,
    kindName: kindName(element.kind),
    level: element.level,
    levelName: element.level === null ? null : (names.get(element.level) ?? null),
    title: element.title,
    text: element.text,
    firstLine: element.firstLine,
    lastLine: element.lastLine,
  }));
}
