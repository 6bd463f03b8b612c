import { descendants, isNode, type Assembly, type Node } from './node.ts';
import { peek } from './piece.ts';
import { sameText } from './scan-damage.ts';

/** No framework unfolds more named elements than this; beyond it the comparison would only cost time. */
const MOST = 300;

/** A list that only names what is unfolded elsewhere becomes repeats of those elements. */
export function foldSummaryLists(assembly: Assembly): void {
  const named = [...descendants(assembly.root)].filter((node) => node.title !== null && node.kind !== 'section');
  const full = named.filter((node) => node.body.length > 0);
  if (full.length > MOST) return;
  for (const parent of [assembly.root, ...descendants(assembly.root)]) {
    parent.body = parent.body.filter((part) => {
      const twin = isNode(part) && part.body.length === 0 && part.title ? twinOf(part, full) : undefined;
      if (twin && isNode(part)) assembly.repeats.push({ pieces: part.title ?? [], node: twin });
      return !twin;
    });
  }
}

function twinOf(leaf: Node, full: readonly Node[]): Node | undefined {
  const title = peek(leaf.title ?? []);
  return full.find((node) => node.kind === leaf.kind && sameText(peek(node.title ?? []), title));
}
