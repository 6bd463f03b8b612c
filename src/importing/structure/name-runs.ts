import { headingRank } from './block-roles.ts';
import type { Block } from './blocks.ts';
import type { CountedNoun } from './counted-nouns.ts';
import { opening } from './kind-words.ts';
import { makeNode, type Assembly, type Node } from './node.ts';
import { sameText } from './scan-damage.ts';

/** A name and the sentence that explains it, when a page prints all names first and all explanations after. */
export type ExplainedName = { name: Block; explanation: Block };

const FEWEST_NAMES = 5;
/** How many lines from a figure the text may say how many of what it shows. */
const REACH = 60;

/** Takes runs of names followed by as many explanations that open alike out of the blocks. */
export function pairExplanations(blocks: readonly Block[]): { pairs: ExplainedName[]; rest: Block[] } {
  const pairs: ExplainedName[] = [];
  const taken = new Set<Block>();
  let at = 0;
  while (at < blocks.length) {
    const end = parallelEnd(blocks, at);
    const count = end - at;
    const names = blocks.slice(Math.max(0, at - count), at);
    if (count >= 3 && names.length === count && names.every(isName)) {
      names.forEach((name, i) => {
        const explanation = blocks[at + i];
        if (!explanation) return;
        pairs.push({ name, explanation });
        taken.add(name).add(explanation);
      });
    }
    at = Math.max(end, at + 1);
  }
  return { pairs, rest: blocks.filter((block) => !taken.has(block)) };
}

function parallelEnd(blocks: readonly Block[], start: number): number {
  const key = (blocks[start]?.words ?? 0) > 5 ? opening(blocks[start]?.text ?? '', 2) : '';
  let end = start;
  while (key !== '' && end < blocks.length && (blocks[end]?.words ?? 0) > 5 && opening(blocks[end]?.text ?? '', 2) === key) end++;
  return end;
}

function isName(block: Block): boolean {
  return (
    block.mark === null &&
    block.words <= 5 &&
    block.pieces.length <= 3 &&
    /^["“]?\p{Lu}/u.test(block.text) &&
    !/[.:?!,]$/u.test(block.text)
  );
}

/**
 * Names scattered over a figure: a run of short lines in which the document has said how many there are of what. Names it has
 * listed before are told apart from the rest. Returns the blocks that are left.
 */
export function readFigures(blocks: readonly Block[], counted: readonly CountedNoun[], assembly: Assembly): Block[] {
  const rest: Block[] = [];
  let at = 0;
  while (at < blocks.length) {
    let end = at;
    while (end < blocks.length && isFigureName(blocks, end)) end++;
    const run = blocks.slice(at, end);
    const announced = blocks[at - 1]?.text.endsWith(':') ?? false;
    const nodes = run.length >= FEWEST_NAMES && !announced ? nodesOfFigure(run, counted, assembly) : [];
    if (nodes.length > 0) assembly.root.body.push(...nodes);
    else rest.push(...run);
    const after = blocks[end];
    if (after) rest.push(after);
    at = end + 1;
  }
  return rest;
}

function isFigureName(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  return block !== undefined && isName(block) && headingRank(block, blocks[at + 1]) === null;
}

function nodesOfFigure(run: readonly Block[], counted: readonly CountedNoun[], assembly: Assembly): Node[] {
  const nodes: Node[] = [];
  let left = [...run];
  const line = run[0]?.pieces[0]?.line ?? 0;
  const near = counted.filter((mention) => Math.abs(mention.line - line) <= REACH);
  for (const noun of near.filter((mention) => mention.listed.length > 0)) {
    const listed = left.find(
      (block) => block.pieces.length === noun.count && block.pieces.every((piece) => isListed(piece.text, noun)),
    );
    if (!listed) continue;
    left = left.filter((block) => block !== listed);
    nodes.push(...listed.pieces.map((piece) => makeNode(noun.kind, [piece])));
    assembly.ownNames.set(noun.kind, noun.own);
  }
  const noun = near.find((mention) => mention.count === left.length && mention.listed.length === 0);
  if (!noun) return [];
  if (!assembly.ownNames.has(noun.kind)) assembly.ownNames.set(noun.kind, noun.own);
  return [...nodes, ...left.map((block) => makeNode(noun.kind, block.pieces))];
}

function isListed(text: string, noun: CountedNoun): boolean {
  return noun.listed.some((name) => sameText(name, text));
}
