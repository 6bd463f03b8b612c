/** What the shape of a tree needs to know of its elements. Positions count from 1 among those with the same parent. */
export type Placed = { readonly id: string; readonly parentId: string | null; readonly position: number };
export type Direction = 'up' | 'down' | 'in' | 'out';

/** The children of each element in their order; the roots stand under null. An element whose parent is missing counts as a root. */
export function byParent<T extends Placed>(nodes: readonly T[]): Map<string | null, T[]> {
  const ids = new Set(nodes.map((node) => node.id));
  const children = new Map<string | null, T[]>();
  for (const node of nodes) {
    const parent = node.parentId !== null && ids.has(node.parentId) ? node.parentId : null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [node]);
    else siblings.push(node);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.position - b.position);
  return children;
}

/** All elements as one reads them: each before its children, siblings in their order. */
export function inDocumentOrder<T extends Placed>(nodes: readonly T[]): (T & { depth: number })[] {
  const children = byParent(nodes);
  const read: (T & { depth: number })[] = [];
  const walk = (parent: string | null, depth: number): void => {
    for (const node of children.get(parent) ?? []) {
      read.push({ ...node, depth });
      walk(node.id, depth + 1);
    }
  };
  walk(null, 0);
  return read;
}

/** The element and everything below it, in document order. */
export function subtreeOf<T extends Placed>(nodes: readonly T[], id: string): T[] {
  const children = byParent(nodes);
  const top = nodes.find((node) => node.id === id);
  const walk = (node: T): T[] => [node, ...(children.get(node.id) ?? []).flatMap(walk)];
  return top === undefined ? [] : walk(top);
}

/** The ancestors of an element, outermost first. */
export function ancestorsOf<T extends Placed>(nodes: ReadonlyMap<string, T>, node: T): T[] {
  const above: T[] = [];
  for (let at = node.parentId; at !== null;) {
    const parent = nodes.get(at);
    if (parent === undefined) break;
    above.unshift(parent);
    at = parent.parentId;
  }
  return above;
}

/** The elements with this one as child number `index` (from 0) of a parent; null where that would put it below itself. */
export function putUnder<T extends Placed>(nodes: readonly T[], id: string, parentId: string | null, index: number): T[] | null {
  const moved = nodes.find((node) => node.id === id);
  if (moved === undefined) return null;
  if (
    parentId !== null &&
    (!nodes.some((node) => node.id === parentId) || subtreeOf(nodes, id).some((node) => node.id === parentId))
  )
    return null;
  const children = byParent(nodes);
  const othersUnder = (parent: string | null): T[] => (children.get(parent) ?? []).filter((node) => node.id !== id);
  const siblings = othersUnder(parentId);
  const place = Math.max(0, Math.min(index, siblings.length));
  const after = siblings.toSpliced(place, 0, { ...moved, parentId });
  const left = moved.parentId === parentId ? [] : othersUnder(moved.parentId);
  const numbered = new Map([...renumbered(left), ...renumbered(after)].map((node) => [node.id, node]));
  return nodes.map((node) => numbered.get(node.id) ?? node);
}

/** One step up, down, in (under the one before) or out (after the parent); null where there is nowhere to go. */
export function step<T extends Placed>(nodes: readonly T[], id: string, direction: Direction): T[] | null {
  const node = nodes.find((candidate) => candidate.id === id);
  if (node === undefined) return null;
  const children = byParent(nodes);
  const siblings = children.get(node.parentId) ?? [];
  const at = siblings.findIndex((sibling) => sibling.id === id);
  if (direction === 'up') return at === 0 ? null : putUnder(nodes, id, node.parentId, at - 1);
  if (direction === 'down') return at === siblings.length - 1 ? null : putUnder(nodes, id, node.parentId, at + 1);
  if (direction === 'in') {
    const before = siblings[at - 1];
    return before === undefined ? null : putUnder(nodes, id, before.id, children.get(before.id)?.length ?? 0);
  }
  const parent = nodes.find((candidate) => candidate.id === node.parentId);
  if (parent === undefined) return null;
  const uncles = children.get(parent.parentId) ?? [];
  return putUnder(nodes, id, parent.parentId, uncles.findIndex((uncle) => uncle.id === parent.id) + 1);
}

/** Which steps there are for an element. */
export function possibleSteps<T extends Placed>(nodes: readonly T[], id: string): Set<Direction> {
  const all: Direction[] = ['up', 'down', 'in', 'out'];
  return new Set(all.filter((direction) => step(nodes, id, direction) !== null));
}

/** The elements without the named ones, the gaps among their siblings closed. */
export function without<T extends Placed>(nodes: readonly T[], ids: ReadonlySet<string>): T[] {
  const left = nodes.filter((node) => !ids.has(node.id));
  const numbered = new Map([...byParent(left).values()].flatMap(renumbered).map((node) => [node.id, node]));
  return left.map((node) => numbered.get(node.id) ?? node);
}

/** Positions 1, 2, 3 …; an element that already has its place is the very same object. */
function renumbered<T extends Placed>(siblings: readonly T[]): T[] {
  return siblings.map((node, index) => (node.position === index + 1 ? node : { ...node, position: index + 1 }));
}
