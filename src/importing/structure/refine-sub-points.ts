import { wordsOf } from '../words.ts';
import { descendants, isNode, makeNode, type Assembly, type Node } from './node.ts';
import type { Piece } from './piece.ts';

const FEWEST = 4;
const RELATIVE = /^(?:der|som|hvor|hvis|at|dvs|bl|fx|herunder)(?![\p{L}])/u;

/** A list item that ends in a parenthesis listing four things or more gets them as items of its own. */
export function giveSubPoints(assembly: Assembly): void {
  for (const node of [...descendants(assembly.root)]) if (node.kind === 'checklist_item') unfold(node, assembly);
}

function unfold(node: Node, assembly: Assembly): void {
  const paragraph = node.body.find((part): part is Piece[] => !isNode(part));
  const piece = paragraph?.[0];
  if (!paragraph || !piece || paragraph.length !== 1) return;
  const open = piece.text.indexOf('(');
  if (open < 0 || !/\)[.;]?$/u.test(piece.text)) return;
  const points = listed(piece.text.slice(open + 1).replace(/\)[.;]?$/u, ''));
  if (points.length < FEWEST) return;
  assembly.furniture.push([{ line: piece.line, text: 'og' }]);
  node.body = [
    [{ line: piece.line, text: piece.text.slice(0, open).trim() }],
    ...points.map((text) => makeNode(node.kind, null, [[{ line: piece.line, text }]])),
  ];
}

/**
 * "a, b og c, der d" as [a, b, "c, der d"]: commas part, a relative clause stays with its noun, the last "og" parts too.
 * Empty when the text does not close with "og".
 */
export function listed(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(/,\s+/u)) {
    if (parts.length > 0 && RELATIVE.test(part)) parts[parts.length - 1] += `, ${part}`;
    else parts.push(part);
  }
  const last = parts.pop() ?? '';
  const and = / og /u.exec(last);
  if (!and) return [];
  const points = [...parts, last.slice(0, and.index), last.slice(and.index + and[0].length)];
  return points.every((point) => wordsOf(point).length > 0) ? points : [];
}
