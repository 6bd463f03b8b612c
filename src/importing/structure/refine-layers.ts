import type { ElementKind } from '../open-format.ts';
import { wordsOf } from '../words.ts';
import { layerKind, NAMED_KINDS } from './kind-words.ts';
import { descendants, isNode, makeNode, type Assembly, type Node } from './node.ts';
import { peek, type Piece } from './piece.ts';
import { damaged, wordKey } from './scan-damage.ts';

const LEADERS = damaged('leder');

/**
 * Siblings whose paragraphs open alike in the same order ("Hele organisationen …", "Lederne …", "Det betyder, at …") have
 * layers: each such paragraph becomes a statement of its own.
 */
export function giveLayers(assembly: Assembly): void {
  for (const parent of [assembly.root, ...descendants(assembly.root)]) {
    const groups = Map.groupBy(parent.body.filter(isNode), (node) => node.kind);
    for (const [kind, siblings] of groups) if (NAMED_KINDS.has(kind) && siblings.length >= 2) layerSiblings(siblings, assembly);
  }
}

function layerSiblings(siblings: readonly Node[], assembly: Assembly): void {
  const bodies = siblings.map((node) => node.body.filter((part): part is Piece[] => !isNode(part)));
  const depth = Math.min(...bodies.map((body) => body.length));
  if (depth < 2 || bodies.some((body) => body.length !== depth)) return;
  const layers: { kind: ElementKind; opening: string }[] = [];
  for (let place = 0; place < depth; place++) {
    const shared = sharedOpening(bodies.map((body) => peek(body[place] ?? [])));
    if (shared === null) return;
    layers.push({ kind: kindOfLayer(shared), opening: shared });
  }
  for (const layer of layers) if (!assembly.ownNames.has(layer.kind)) assembly.ownNames.set(layer.kind, layer.opening);
  for (const node of siblings) {
    let place = 0;
    node.body = node.body.map((part) => (isNode(part) ? part : makeNode(layers[place++]?.kind ?? 'section', null, [part])));
  }
}

/** The words (at most two) with which all texts open, as the first of them writes them; null when they differ. */
function sharedOpening(texts: readonly string[]): string | null {
  const openings = texts.map((text) => wordsOf(text).slice(0, 2));
  const first = openings[0] ?? [];
  let shared = 0;
  while (shared < 2 && openings.every((words) => wordKey(words[shared] ?? '') === wordKey(first[shared] ?? '?'))) shared++;
  return shared === 0 ? null : first.slice(0, shared).join(' ');
}

function kindOfLayer(opening: string): ElementKind {
  return layerKind(opening) ?? (LEADERS.test(opening) ? 'expectation' : 'general_expectation');
}
