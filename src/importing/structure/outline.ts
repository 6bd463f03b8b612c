import type { ElementKind } from '../open-format.ts';
import { headingRank, isIntroduction, isListItem, isQuestion, isSetting } from './block-roles.ts';
import type { Block } from './blocks.ts';
import type { CountedNoun } from './counted-nouns.ts';
import { isForewordTitle, kindNamedIn, layerKind, opening } from './kind-words.ts';
import { readList, readOrdinals } from './lists.ts';
import { makeNode, type Assembly } from './node.ts';
import type { Piece } from './piece.ts';
import { skeleton } from './scan-damage.ts';
import { current, type Walk } from './walk.ts';

/** Walks through the blocks once and hangs them under the headings that govern them. */
export function buildOutline(blocks: readonly Block[], counted: readonly CountedNoun[], assembly: Assembly): void {
  const labels = repeatedLabels(blocks);
  const parallel = parallelHeadings(blocks, counted, assembly);
  const walk: Walk = { blocks, assembly, counted, open: [], labelled: null, layer: null, labels, parallel };
  let at = 0;
  while (at < blocks.length) at = step(walk, at);
}

function step(walk: Walk, at: number): number {
  const block = walk.blocks[at];
  const next = walk.blocks[at + 1];
  if (!block) return at + 1;
  if (isLabel(block, next)) return openLabel(walk, block, at);
  if (!isListItem(block) && walk.labels.has(skeleton(block.text))) return openLayer(walk, block, at);
  if (isSetting(block, next)) return readQuestions(walk, at);
  const rank = parallelKind(walk, block) ? 4 : headingRank(block, next);
  if (rank !== null) return openHeading(walk, block, rank, at);
  const ordinals = readOrdinals(walk, at);
  if (ordinals > at) return ordinals;
  if (isListItem(block)) return readList(walk, at, at);
  if (isIntroduction(block, next)) return readList(walk, at, at + 1);
  if (isStray(block, next, walk.blocks[at + 2])) walk.assembly.unplaced.push(block.pieces);
  else addParagraph(walk, block);
  return at + 1;
}

/** "Pejlemærke:" on a line of its own names the kind of the heading after it. */
function isLabel(block: Block, next: Block | undefined): boolean {
  if (block.words > 2 || !block.text.endsWith(':') || !next) return false;
  return kindNamedIn(block.text) !== null && (next.mark?.type === 'heading' || next.words <= 14) && !isListItem(next);
}

function openLabel(walk: Walk, block: Block, at: number): number {
  const named = kindNamedIn(block.text);
  walk.labelled = named?.kind ?? null;
  if (named) walk.assembly.ownNames.set(named.kind, named.own);
  walk.assembly.furniture.push(block.pieces);
  return openHeading(
    walk,
    walk.blocks[at + 1] ?? block,
    headingRank(walk.blocks[at + 1] ?? block, walk.blocks[at + 2]) ?? 4,
    at + 1,
  );
}

function openLayer(walk: Walk, block: Block, at: number): number {
  walk.layer = layerKind(block.text);
  if (walk.layer)
    walk.assembly.ownNames.set(walk.layer, walk.assembly.ownNames.get(walk.layer) ?? block.text.replace(/[\s,:]+$/u, ''));
  walk.assembly.furniture.push(block.pieces);
  return at + 1;
}

function openHeading(walk: Walk, block: Block, rank: number, at: number): number {
  const pieces = cutLabel(walk, block.pieces);
  const kind =
    walk.labelled ??
    parallelKind(walk, block) ??
    numberedKind(walk, block) ??
    (isForewordTitle(block.text) ? 'foreword' : 'section');
  while ((walk.open.at(-1)?.rank ?? 0) >= rank) walk.open.pop();
  const node = makeNode(kind, pieces);
  node.keep = block.mark !== null || block.newPage;
  current(walk).body.push(node);
  walk.open.push({ node, rank });
  walk.labelled = null;
  walk.layer = null;
  return at + 1;
}

/** "Pejlemærke: Titel" on one line: the label goes to the furniture, the title stays. */
function cutLabel(walk: Walk, pieces: Piece[]): Piece[] {
  const first = pieces[0];
  const match = /^(\p{Lu}\p{L}+):\s+(?=\S)/u.exec(first?.text ?? '');
  const named = match ? kindNamedIn(match[1] ?? '') : null;
  if (!first || !match || !named) return pieces;
  walk.labelled = named.kind;
  walk.assembly.ownNames.set(named.kind, named.own);
  walk.assembly.furniture.push([{ line: first.line, text: match[0].trim() }]);
  return [{ line: first.line, text: first.text.slice(match[0].length) }, ...pieces.slice(1)];
}

function parallelKind(walk: Walk, block: Block): ElementKind | null {
  return block.mark?.type === 'bullet' || block.words < 4 ? null : (walk.parallel.get(opening(block.text, 3)) ?? null);
}

/** A numbered heading is of the kind its chapter names ("… og principper"), or the kind the paragraph before announces. */
function numberedKind(walk: Walk, block: Block): ElementKind | null {
  if (block.mark?.type !== 'number') return null;
  const sibling = current(walk);
  if (sibling.kind !== 'section' && walk.open.at(-1)?.rank === 6) return sibling.kind;
  const chapter = walk.open.findLast((entry) => entry.rank < 6)?.node;
  const named = chapter?.title ? kindNamedIn(chapter.title.map((piece) => piece.text).join(' ')) : null;
  if (named) walk.assembly.ownNames.set(named.kind, named.own.toLowerCase());
  return named?.kind ?? null;
}

function readQuestions(walk: Walk, at: number): number {
  const block = walk.blocks[at];
  if (!block) return at + 1;
  while ((walk.open.at(-1)?.rank ?? 0) >= 4) walk.open.pop();
  const setting = makeNode('setting', block.pieces);
  current(walk).body.push(setting);
  let end = at + 1;
  for (; isQuestion(walk.blocks[end]); end++)
    setting.body.push(makeNode('reflection_question', null, [walk.blocks[end]?.pieces ?? []]));
  return end;
}

/** A short line at the top of a page that governs nothing and belongs to no sentence. */
function isStray(block: Block, next: Block | undefined, after: Block | undefined): boolean {
  if (!block.newPage || block.words > 4 || /[.!?]$/u.test(block.text)) return false;
  return next !== undefined && (next.newPage || isSetting(next, after));
}

function addParagraph(walk: Walk, block: Block): void {
  const top = current(walk);
  if (CLOSED_KINDS.has(top.kind) && walk.open.length > 0) walk.open.pop();
  current(walk).body.push(block.pieces);
}

const CLOSED_KINDS: ReadonlySet<ElementKind> = new Set(['setting']);

/** Headings and colon lines that come back three times or more with lists under them. */
function repeatedLabels(blocks: readonly Block[]): Set<string> {
  const counts = new Map<string, number>();
  blocks.forEach((block, index) => {
    if (block.words > 9 || isListItem(block) || !isListItem(blocks[index + 1])) return;
    const key = skeleton(block.text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return new Set([...counts].filter(([key, count]) => count >= 3 && key.length > 3).map(([key]) => key));
}

/** Openings of headings that stand as often as the document says it has of a kind. */
function parallelHeadings(
  blocks: readonly Block[],
  counted: readonly CountedNoun[],
  assembly: Assembly,
): Map<string, ElementKind> {
  const counts = new Map<string, number>();
  blocks.forEach((block, index) => {
    if (block.words < 4 || block.words > 14 || block.mark?.type === 'bullet' || !isListItem(blocks[index + 1])) return;
    counts.set(opening(block.text, 3), (counts.get(opening(block.text, 3)) ?? 0) + 1);
  });
  const found = new Map<string, ElementKind>();
  for (const [key, count] of counts) {
    const noun = count >= 3 ? counted.find((mention) => mention.count === count) : undefined;
    if (!noun) continue;
    found.set(key, noun.kind);
    if (!assembly.ownNames.has(noun.kind)) assembly.ownNames.set(noun.kind, noun.own);
  }
  return found;
}
