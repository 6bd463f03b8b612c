import type { ElementKind } from '../open-format.ts';
import type { Piece } from './piece.ts';

/**
 * An element while it is being built. `body` holds paragraphs (pieces) and children in the order of the document; the last
 * step turns leading paragraphs into the element's text and later ones into sections of their own.
 */
export type Node = {
  kind: ElementKind;
  title: Piece[] | null;
  body: (Piece[] | Node)[];
  level: string | null;
  /** Stays even when nothing is under it: a marked heading, a divider page. */
  keep: boolean;
};

/** Everything the structure step has found; the counterpart of a draft before words are joined. */
export type Assembly = {
  root: Node;
  levels: string[];
  ownNames: Map<ElementKind, string>;
  repeats: { pieces: Piece[]; node: Node }[];
  unplaced: Piece[][];
  furniture: Piece[][];
};

export function makeNode(
  kind: ElementKind,
  title: Piece[] | null,
  body: (Piece[] | Node)[] = [],
  level: string | null = null,
): Node {
  return { kind, title, body, level, keep: false };
}

export function newAssembly(): Assembly {
  return { root: makeNode('section', null), levels: [], ownNames: new Map(), repeats: [], unplaced: [], furniture: [] };
}

export function isNode(part: Piece[] | Node): part is Node {
  return !Array.isArray(part);
}

/** The nodes under a node, parents before children, in order; the node itself is left out. */
export function* descendants(node: Node): Generator<Node> {
  for (const part of node.body) {
    if (!isNode(part)) continue;
    yield part;
    yield* descendants(part);
  }
}

/** All pieces of a node's own title and paragraphs, without its children. */
export function ownPieces(node: Node): Piece[] {
  return [...(node.title ?? []), ...node.body.flatMap((part) => (isNode(part) ? [] : part))];
}

/** The first line a node or anything under it stands on. */
export function firstLine(part: Piece[] | Node): number {
  const pieces = isNode(part) ? ownPieces(part) : part;
  let first = Infinity;
  for (const piece of pieces) first = Math.min(first, piece.line);
  if (isNode(part) && !Number.isFinite(first)) for (const child of part.body) first = Math.min(first, firstLine(child));
  return first;
}
