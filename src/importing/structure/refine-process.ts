import { descendants, isNode, makeNode, type Assembly, type Node } from './node.ts';
import { peek } from './piece.ts';

const TIME =
  '(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|for\\S{1,3}ret|efter\\S{1,3}ret|sommeren|vinteren|sommer|vinter)';
const DATED = new RegExp(`${TIME}\\s+(?:19|20)\\d{2}`, 'iu');
const PROCESS = /(?:proces|forl(?:ø|oe|g|o|e|@)b|tilblivelse|s(?:å|a|d)dan blev)/iu;

/** In a chapter about the process, paragraphs from the first dated one to the last are its steps. */
export function giveProcessSteps(assembly: Assembly): void {
  for (const node of descendants(assembly.root)) {
    if (node.title !== null && PROCESS.test(peek(node.title))) stepsOf(node);
  }
}

function stepsOf(node: Node): void {
  const dated = node.body.map((part) => !isNode(part) && DATED.test(peek(part)));
  const first = dated.indexOf(true);
  const last = dated.lastIndexOf(true);
  if (last - first < 1) return;
  node.body = node.body.map((part, index) =>
    isNode(part) || index < first || index > last ? part : makeNode('process_step', null, [part]),
  );
}
