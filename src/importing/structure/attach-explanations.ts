import { NAMED_KINDS } from './kind-words.ts';
import type { ExplainedName } from './name-runs.ts';
import { descendants, makeNode, type Assembly } from './node.ts';
import { peek } from './piece.ts';
import { sameText } from './scan-damage.ts';

/** Gives each explained name's element its text; a name that is no element yet becomes a definition. */
export function attachExplanations(pairs: readonly ExplainedName[], assembly: Assembly): void {
  const named = [...descendants(assembly.root)].filter((node) => node.title !== null && NAMED_KINDS.has(node.kind));
  for (const { name, explanation } of pairs) {
    const node = named.find((candidate) => sameText(peek(candidate.title ?? []), name.text));
    if (node) {
      node.body.push(explanation.pieces);
      assembly.repeats.push({ pieces: name.pieces, node });
    } else assembly.root.body.push(makeNode('definition', name.pieces, [explanation.pieces]));
  }
}
