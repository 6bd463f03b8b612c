import { FORMAT, type DraftElement, type FrameworkDraft, type Passage, type Repair, type Source } from '../open-format.ts';
import type { Masthead } from './masthead.ts';
import { firstLine, isNode, makeNode, type Assembly, type Node } from './node.ts';
import { joinPieces, linesOf, type Piece } from './piece.ts';
import { slug } from './slug.ts';

/** Page of a line where the source has pages; undefined where it has none. */
export type PageOf = (line: number) => number | undefined;

type Emission = {
  elements: DraftElement[];
  ids: Map<string, number>;
  byNode: Map<Node, string>;
  repairs: Repair[];
  pageOf: PageOf;
};

/** An assembly as a draft: ids given, words joined, later paragraphs of an element made sections of their own. */
export function emitDraft(
  assembly: Assembly,
  masthead: Masthead,
  text: string,
  repairs: Repair[],
  pageOf: PageOf,
): FrameworkDraft {
  const emission: Emission = { elements: [], ids: new Map(), byNode: new Map(), repairs: [...repairs], pageOf };
  emitChildren(splitBody(assembly.root).children, null, emission);
  const passage = (pieces: Piece[]): Passage => ({
    text: joinPieces(pieces, emission.repairs),
    source: sourceOf(pieces, pageOf),
  });
  const repeats = assembly.repeats
    .map(({ pieces, node }) => ({ ...passage(pieces), element: emission.byNode.get(node) ?? '' }))
    .sort(byLine);
  const unplaced = assembly.unplaced.map(passage).sort(byLine);
  const furniture = assembly.furniture
    .map(passage)
    .filter((entry) => entry.text !== '')
    .sort(byLine);
  return {
    format: FORMAT,
    organisation: masthead.organisation,
    title: masthead.title,
    date: masthead.date,
    levels: assembly.levels,
    kinds: Object.fromEntries(assembly.ownNames),
    elements: emission.elements,
    repeats,
    unplaced,
    furniture,
    repairs: emission.repairs,
    text,
  };
}

function byLine(a: Passage, b: Passage): number {
  return a.source.lines[0] - b.source.lines[0];
}

/** A node's own text, and its children with loose paragraphs between them wrapped as sections. */
function splitBody(node: Node): { text: Piece[][]; children: Node[] } {
  const text: Piece[][] = [];
  const children: Node[] = [];
  let loose: Node | null = null;
  const root = node.title === null && node.kind === 'section';
  const ordered = [...node.body].sort((a, b) => firstLine(a) - firstLine(b));
  for (const part of ordered) {
    if (isNode(part)) {
      children.push(part);
      loose = null;
    } else if (children.length === 0 && !root) text.push(part);
    else if (loose) loose.body.push(part);
    else children.push((loose = makeNode('section', null, [part])));
  }
  return { text, children };
}

function emitChildren(nodes: readonly Node[], parent: string | null, emission: Emission): void {
  for (const node of nodes) emitNode(node, parent, emission);
}

function emitNode(node: Node, parent: string | null, emission: Emission): void {
  const loose = node.title === null && node.body.every((part) => !isNode(part));
  const { text, children } = loose ? { text: node.body as Piece[][], children: [] } : splitBody(node);
  const title = node.title === null ? null : joinPieces(node.title, emission.repairs).replace(/\s*:$/u, '');
  const paragraphs = text.map((pieces) => joinPieces(pieces, emission.repairs)).filter((paragraph) => paragraph !== '');
  const body = paragraphs.length > 0 ? paragraphs.join('\n\n') : null;
  const name = node.level !== null && title === null ? node.level : (title ?? body ?? node.kind);
  const id = uniqueId(parent, name, emission.ids);
  emission.byNode.set(node, id);
  const source = sourceOf(ownSource(node.title ?? [], text.flat()), emission.pageOf);
  emission.elements.push({ id, kind: node.kind, parent, level: node.level, title: title || null, text: body, source });
  emitChildren(children, id, emission);
}

const NEAR = 8;

/** Title and text when they stand together; a text far from its title speaks for both. */
function ownSource(title: Piece[], text: Piece[]): Piece[] {
  if (title.length === 0 || text.length === 0) return [...title, ...text];
  const apart = linesOf(text)[0] - linesOf(title)[1];
  return apart >= 0 && apart <= NEAR ? [...title, ...text] : text;
}

function sourceOf(pieces: readonly Piece[], pageOf: PageOf): Source {
  const lines = linesOf(pieces);
  const page = pageOf(lines[0]);
  return page === undefined ? { lines } : { lines, page };
}

function uniqueId(parent: string | null, name: string, ids: Map<string, number>): string {
  const path = parent === null ? slug(name) : `${parent}/${slug(name)}`;
  let count = (ids.get(path) ?? 0) + 1;
  let id = count === 1 ? path : `${path}-${count}`;
  while (count > 1 && ids.has(id)) id = `${path}-${++count}`;
  ids.set(path, count);
  if (id !== path) ids.set(id, 1);
  return id;
}
