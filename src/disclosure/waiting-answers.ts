import type { LeafCounts } from './leaf-counts.ts';

/**
 * The leaves that wait at each node to be enough together, as linked lists, so that carrying a whole list up takes one step.
 */
export class WaitingAnswers {
  readonly #counts: LeafCounts;
  readonly #stride: number;
  readonly #sums: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #next: Int32Array;

  constructor(nodes: number, counts: LeafCounts) {
    this.#counts = counts;
    this.#stride = counts.width + 1;
    this.#sums = new Int32Array(nodes * this.#stride);
    this.#first = new Int32Array(nodes).fill(-1);
    this.#last = new Int32Array(nodes).fill(-1);
    this.#next = new Int32Array(2 * nodes).fill(-1);
  }

  /** Lets a leaf wait at a node; a leaf without people has nothing to wait for. */
  addLeaf(node: number, leaf: number): void {
    const { width, people, items } = this.#counts;
    if ((people[leaf] ?? 0) === 0) return;
    this.#append(node, leaf, leaf);
    this.#add(node * this.#stride, people[leaf] ?? 0);
    for (let item = 0; item < width; item++) this.#add(node * this.#stride + 1 + item, items[leaf * width + item] ?? 0);
  }

  /** The least of people and of answers to each item among those who wait at a node. */
  least(node: number): number {
    let least = Infinity;
    for (let i = node * this.#stride; i < (node + 1) * this.#stride; i++) least = Math.min(least, this.#sums[i] ?? 0);
    return least;
  }

  /** Hands every leaf that waits at a node to the visitor, and nobody waits there any more. */
  release(node: number, visit: (leaf: number) => void): void {
    for (let leaf = this.#first[node] ?? -1; leaf >= 0; leaf = this.#next[leaf] ?? -1) visit(leaf);
    this.#first[node] = -1;
    this.#last[node] = -1;
    this.#sums.fill(0, node * this.#stride, (node + 1) * this.#stride);
  }

  /** Lets all who wait at a node wait at its parent instead. */
  moveUp(node: number, parent: number): void {
    const first = this.#first[node] ?? -1;
    if (first < 0) return;
    this.#append(parent, first, this.#last[node] ?? first);
    for (let i = 0; i < this.#stride; i++) this.#add(parent * this.#stride + i, this.#sums[node * this.#stride + i] ?? 0);
  }

  #append(node: number, first: number, last: number): void {
    const before = this.#last[node] ?? -1;
    if (before < 0) this.#first[node] = first;
    else this.#next[before] = first;
    this.#last[node] = last;
  }

  #add(position: number, amount: number): void {
    this.#sums[position] = (this.#sums[position] ?? 0) + amount;
  }
}
