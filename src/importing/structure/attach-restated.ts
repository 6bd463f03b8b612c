import type { Block } from './blocks.ts';
import { descendants, ownPieces, type Assembly, type Node } from './node.ts';
import type { Piece } from './piece.ts';
import type { Restatement } from './restated.ts';

/** Hangs each restated passage on the element its block became; what fits nowhere is shown as unplaced. */
export function attachRestated(passages: readonly Restatement[], assembly: Assembly): void {
  const owners = ownersOf(assembly);
  const labels = new Set(assembly.furniture.flat());
  for (const { pieces, block } of passages) {
    const owner = block ? ownerOf(block, owners) : undefined;
    const restatesLabel = block?.pieces.some((piece) => labels.has(piece)) ?? false;
    if (owner) assembly.repeats.push({ pieces, node: owner });
    else if (restatesLabel) assembly.furniture.push(pieces);
    else assembly.unplaced.push(pieces);
  }
}

type Owners = { byPiece: Map<Piece, Node>; byLine: Map<number, Node> };

function ownersOf(assembly: Assembly): Owners {
  const owners: Owners = { byPiece: new Map(), byLine: new Map() };
  for (const node of descendants(assembly.root)) {
    for (const piece of ownPieces(node)) {
      owners.byPiece.set(piece, node);
      if (!owners.byLine.has(piece.line)) owners.byLine.set(piece.line, node);
    }
  }
  for (const { pieces, node } of assembly.repeats) for (const piece of pieces) owners.byPiece.set(piece, node);
  return owners;
}

/** The element that holds a block's first words; a piece that was cut later is found by its line. */
function ownerOf(block: Block, owners: Owners): Node | undefined {
  const owner = block.pieces.map((piece) => owners.byPiece.get(piece)).find((found) => found !== undefined);
  return owner ?? owners.byLine.get(block.pieces[0]?.line ?? 0);
}
