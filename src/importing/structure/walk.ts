import type { ElementKind } from '../open-format.ts';
import type { Block } from './blocks.ts';
import type { CountedNoun } from './counted-nouns.ts';
import type { Assembly, Node } from './node.ts';

/** Where the walk through the blocks stands. */
export type Walk = {
  blocks: readonly Block[];
  assembly: Assembly;
  counted: readonly CountedNoun[];
  /** Open headings, outermost first. */
  open: { node: Node; rank: number }[];
  /** The kind a label line gave to the heading after it. */
  labelled: ElementKind | null;
  /** The layer a repeated label opened ("Det betyder at"), until the next heading. */
  layer: ElementKind | null;
  /** Skeletons of headings that repeat: they name a layer, not a place. */
  labels: Set<string>;
  /** Openings shared by as many headings as the document counts of a kind. */
  parallel: Map<string, ElementKind>;
};

/** The node that governs what comes now. */
export function current(walk: Walk): Node {
  return walk.open.at(-1)?.node ?? walk.assembly.root;
}
