import { m } from '#base/text.ts';
import type { TreeItem } from '#ui/shapes.ts';
import type { RollNode } from '../rolls/read.server.ts';

/** The tree of units that can be opened and what lies between them; the others are counted where they are part of a figure. */
export function unitTree(nodes: RollNode[], home: string, noted: ReadonlySet<string> = new Set()): TreeItem[] {
  const kept = new Set<string>();
  for (const node of nodes.toReversed()) {
    if (node.state !== 'open' && !kept.has(node.id)) continue;
    kept.add(node.id);
    if (node.parentId !== null) kept.add(node.parentId);
  }
  const hidden = new Map<string, number>();
  for (const node of nodes)
    if (!kept.has(node.id) && node.parentId !== null) hidden.set(node.parentId, (hidden.get(node.parentId) ?? 0) + 1);
  const made = new Map<string, TreeItem>();
  const tops: TreeItem[] = [];
  for (const node of nodes.filter((one) => kept.has(one.id))) {
    const item: TreeItem = {
      id: node.id,
      label: node.name,
      note: noteOf(node, hidden.get(node.id) ?? 0, noted.has(node.id)),
      children: [],
    };
    if (node.state === 'open') item.href = `${home}/results/${node.id}`;
    made.set(node.id, item);
    (made.get(node.parentId ?? '')?.children ?? tops).push(item);
  }
  return tops;
}

/** What stands behind a unit: where its answers are counted, and that its leader has written about the period. */
function noteOf(node: RollNode, hidden: number, noted: boolean): string | undefined {
  const words = [countedWhere(node, hidden), noted ? m.context_mark() : undefined].filter((one) => one !== undefined);
  return words.length === 0 ? undefined : words.join(' · ');
}

function countedWhere(node: RollNode, hidden: number): string | undefined {
  if (node.state === 'above') return m.results_tree_above();
  if (node.state === 'none') return m.results_tree_none();
  if (hidden === 0) return undefined;
  return hidden === 1 ? m.results_tree_includes_one() : m.results_tree_includes({ count: hidden });
}
