import type { ElementKind } from '../open-format.ts';
import { wordsOf } from '../words.ts';
import { isListItem } from './block-roles.ts';
import type { Block } from './blocks.ts';
import { countedIn, type CountedNoun } from './counted-nouns.ts';
import { CARRYING_KINDS, kindByCue, kindNamedIn, kindOfNoun, ordinalOf } from './kind-words.ts';
import {
  countedItems,
  definingParagraphs,
  haveLeads,
  itemNode,
  markedItems,
  smallItems,
  type GatheredList,
} from './list-items.ts';
import { makeNode } from './node.ts';
import { peek } from './piece.ts';
import { damaged } from './scan-damage.ts';
import { current, type Walk } from './walk.ts';

const DEFINES = damaged('define');

/** Reads a list that starts at block `start`; `at` is its introduction, or `start` itself. Returns the first block after it. */
export function readList(walk: Walk, at: number, start: number): number {
  const introduction = at < start ? (walk.blocks[at] ?? null) : null;
  if (introduction) current(walk).body.push(introduction.pieces);
  const counted = introduction ? countedIn(introduction.text, introduction.pieces[0]?.line ?? 1).at(-1) : undefined;
  if (introduction && DEFINES.test(introduction.text) && !counted && !isListItem(walk.blocks[start])) {
    const found = definingParagraphs(walk.blocks, start, introduction.text);
    for (const item of found.items) current(walk).body.push(makeNode('definition', null, [item.pieces]));
    return found.end;
  }
  const list = gather(walk, start, counted);
  if (!list) return start;
  const kind = kindOfList(walk, introduction, counted, list.items);
  nameKind(walk, kind, counted, introduction);
  const leads = haveLeads(list.items);
  const nodes = list.items.map((item) => itemNode(item, kind, leads));
  current(walk).body.push(...nodes);
  if (kind === 'level' && walk.assembly.levels.length === 0)
    walk.assembly.levels = [...new Set(list.items.map((item) => item.text))];
  return list.end;
}

function gather(walk: Walk, start: number, counted: CountedNoun | undefined): GatheredList | null {
  if (isListItem(walk.blocks[start])) return markedItems(walk.blocks, start);
  return (counted ? countedItems(walk.blocks, start, counted) : null) ?? smallItems(walk.blocks, start);
}

function kindOfList(
  walk: Walk,
  introduction: Block | null,
  counted: CountedNoun | undefined,
  items: readonly Block[],
): ElementKind {
  if (items.length > 0 && items.every((item) => item.text.endsWith('?'))) return 'reflection_question';
  if (counted && (counted.count === items.length || counted.kind === 'level')) return counted.kind;
  if (walk.layer) return walk.layer;
  const said = introduction?.text ?? '';
  const governing = current(walk);
  const title = governing.title ? peek(governing.title) : '';
  return (
    nounOfIntroduction(said) ??
    kindOfTitle(title) ??
    kindByCue(
      said,
      items.map((item) => item.text),
    ) ??
    (CARRYING_KINDS.has(governing.kind) ? 'expectation' : 'section')
  );
}

/** Only a noun that the introduction asks for ("generelle forventninger", "følgende principper") decides; others are topic. */
function nounOfIntroduction(text: string): ElementKind | null {
  const words = wordsOf(text);
  for (let i = words.length - 1; i > 0; i--) {
    const kind = kindOfNoun(words[i] ?? '');
    if (kind === null) continue;
    const before = words.slice(Math.max(0, i - 3), i).join(' ');
    if (/(?:generelle|nogle|disse|^de|vores|f(?:ø|g|o|oe)lgende)/iu.test(before)) return kind;
  }
  return null;
}

function kindOfTitle(title: string): ElementKind | null {
  const named = kindNamedIn(title);
  if (!named) return null;
  const words = wordsOf(title);
  const heads = words[0] === named.own || words.length <= 3 || countedIn(title, 1).length > 0;
  return heads ? named.kind : null;
}

function nameKind(walk: Walk, kind: ElementKind, counted: CountedNoun | undefined, introduction: Block | null): void {
  if (walk.assembly.ownNames.has(kind) || kind === 'section') return;
  if (counted && counted.kind === kind) walk.assembly.ownNames.set(kind, counted.own);
  else {
    const title = current(walk).title;
    const named = (title ? kindNamedIn(peek(title)) : null) ?? (introduction ? kindNamedIn(introduction.text) : null);
    if (named?.kind === kind) walk.assembly.ownNames.set(kind, named.own);
  }
}

/** "For det første … For det andet …": paragraphs in a row that count themselves. Returns `at` when there are none. */
export function readOrdinals(walk: Walk, at: number): number {
  const place = ordinalPlace(walk.blocks[at], 0);
  let end = at;
  while (place >= 0 && ordinalPlace(walk.blocks[end], end - at) === place) end++;
  if (end - at < 2) return at;
  const before = walk.blocks[at - 1];
  const counted = before ? countedIn(before.text, 1).find((noun) => noun.count === end - at) : undefined;
  const kind = counted?.kind ?? 'section';
  nameKind(walk, kind, counted, null);
  for (const block of walk.blocks.slice(at, end)) current(walk).body.push(makeNode(kind, null, [block.pieces]));
  return end;
}

/** Where among the first three words of a paragraph the ordinal of this place in the row stands, or -1. */
function ordinalPlace(block: Block | undefined, place: number): number {
  if (!block || block.mark !== null) return -1;
  return wordsOf(block.text)
    .slice(0, 3)
    .findIndex((word) => ordinalOf(word) === place);
}
