import { descendants, firstLine, ownPieces, type Assembly, type Node } from './node.ts';
import type { RestatedPage } from './restated.ts';
import type { RepeatedHeads } from './repeated-heads.ts';
import { detach, type Matrix, type Theme } from './role-matrix.ts';
import { peek, type Piece } from './piece.ts';

type Votes<T> = Map<T, Map<Node, number>>;

/** A page that restates a theme under the definition of its competence says more than the order of headings in a scan. */
const PAGE_WEIGHT = 4;

/**
 * Hangs the themes under their competences and those under what stands above them. A scan mixes columns, so every sheet and
 * every restated page has a vote; elements listed in groups of equal size share what stands above them.
 */
export function hangMatrix(matrix: Matrix, pages: readonly RestatedPage[], heads: RepeatedHeads, assembly: Assembly): void {
  const themes = votesOfSheets(matrix);
  votesOfPages(matrix, pages, heads, assembly, themes.lower);
  const hung = new Set<Node>();
  for (const theme of matrix.themes.values()) {
    const parent = winner(themes.lower.get(theme.node));
    (parent ?? assembly.root).body.push(theme.node);
    if (parent) hung.add(parent);
  }
  const tops = new Set(matrix.upper.values());
  const parents = parentsByGroup([...hung], tops, themes.upper, assembly);
  for (const node of hung) detach(node, assembly.root);
  for (const node of tops) {
    detach(node, assembly.root);
    assembly.root.body.push(node);
  }
  for (const node of hung) (parents.get(node) ?? assembly.root).body.push(node);
}

function votesOfSheets(matrix: Matrix): { lower: Votes<Node>; upper: Votes<Node> } {
  const lower: Votes<Node> = new Map();
  const upper: Votes<Node> = new Map();
  for (const sheet of matrix.sheets) {
    let over: Node | null = null;
    let top: Node | null = null;
    sheet.entries.forEach((entry, index) => {
      if (sheet.breaks.has(index)) over = top = null;
      if (entry.head === null) return;
      if (entry.beside) over = top = null;
      else if (matrix.upper.has(entry.head)) {
        top = matrix.upper.get(entry.head) ?? null;
        over = null;
      } else if (matrix.lower.has(entry.head)) {
        over = matrix.lower.get(entry.head) ?? null;
        if (over && top) vote(upper, over, top, 1);
      } else {
        const theme = matrix.themes.get(entry.head);
        if (theme && over) vote(lower, theme.node, over, 1);
      }
    });
  }
  return { lower, upper };
}

function votesOfPages(
  matrix: Matrix,
  pages: readonly RestatedPage[],
  heads: RepeatedHeads,
  assembly: Assembly,
  votes: Votes<Node>,
): void {
  const owners = new Map<Piece, Node>();
  for (const node of descendants(assembly.root)) for (const piece of ownPieces(node)) owners.set(piece, node);
  const themeOf = new Map<Piece, Theme>();
  for (const theme of matrix.themes.values())
    for (const pieces of [theme.node.title ?? [], ...theme.cells.values()]) for (const piece of pieces) themeOf.set(piece, theme);
  const carriers = new Set([...descendants(assembly.root)].filter((node) => node.kind === 'competence'));
  for (const spread of spreadsOf(pages)) {
    const named = new Set<Node>();
    const told = new Set<Theme>();
    for (const { pieces, block } of spread.passages) {
      const key = heads.keyOf(peek(pieces));
      const byName = key === null ? undefined : matrix.lower.get(key);
      const owner = byName ?? (block?.pieces[0] ? owners.get(block.pieces[0]) : undefined);
      if (owner && carriers.has(owner)) named.add(owner);
      const theme =
        (key === null ? undefined : matrix.themes.get(key)) ?? (block?.pieces[0] ? themeOf.get(block.pieces[0]) : undefined);
      if (theme) told.add(theme);
    }
    const [only] = named;
    if (named.size === 1 && only) for (const theme of told) vote(votes, theme.node, only, PAGE_WEIGHT);
  }
}

/** Pages that lie open together: a new spread begins where the source leaves three empty lines or more. */
function spreadsOf(pages: readonly RestatedPage[]): RestatedPage[] {
  const spreads: RestatedPage[] = [];
  for (const page of pages) {
    const last = spreads.at(-1);
    if (last && page.gap < 3) last.passages.push(...page.passages);
    else spreads.push({ gap: page.gap, passages: [...page.passages] });
  }
  return spreads;
}

function vote(votes: Votes<Node>, about: Node, choice: Node, weight: number): void {
  const mine = votes.get(about) ?? new Map<Node, number>();
  mine.set(choice, (mine.get(choice) ?? 0) + weight);
  votes.set(about, mine);
}

function winner(votes: Map<Node, number> | undefined): Node | null {
  return [...(votes ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The top element of each lower one. A group that no heading speaks for takes the top element that nobody else took. */
function parentsByGroup(lower: readonly Node[], tops: Set<Node>, votes: Votes<Node>, assembly: Assembly): Map<Node, Node> {
  const parents = new Map<Node, Node>();
  const left: Node[][] = [];
  for (const group of groupsOf(lower)) {
    const sum = new Map<Node, number>();
    for (const node of group) for (const [top, weight] of votes.get(node) ?? []) sum.set(top, (sum.get(top) ?? 0) + weight);
    const top = winner(sum);
    if (!top) left.push(group);
    else for (const node of group) parents.set(node, top);
  }
  const taken = new Set(parents.values());
  const kind = [...tops][0]?.kind;
  const free = [...descendants(assembly.root)].filter((node) => node.kind === kind && !taken.has(node) && !lower.includes(node));
  const [group, spare] = [left[0], free[0]];
  if (left.length === 1 && free.length === 1 && group && spare) {
    tops.add(spare);
    for (const node of group) parents.set(node, spare);
  }
  return parents;
}

/** Elements whose names stand on lines next to each other form a group, when all groups are equally large; else each is alone. */
function groupsOf(nodes: readonly Node[]): Node[][] {
  const line = (node: Node): number => node.title?.[0]?.line ?? firstLine(node);
  const groups: Node[][] = [];
  for (const node of [...nodes].sort((a, b) => line(a) - line(b))) {
    const last = groups.at(-1)?.at(-1);
    if (last && line(node) - line(last) <= 1) groups.at(-1)?.push(node);
    else groups.push([node]);
  }
  const size = groups[0]?.length ?? 0;
  return groups.every((group) => group.length === size) ? groups : nodes.map((node) => [node]);
}
