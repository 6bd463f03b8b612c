import type { CarriedRelease } from './carry-up.ts';
import { groupLeaf, isPoolLeaf } from './rater-tree.ts';

/** One published group: the leader's own result at a node, or the roll-up of all that entered at or below it. */
export interface ReleaseCell {
  readonly id: string;
  readonly kind: 'own' | 'roll';
  readonly node: number;
  /** People whose answers are in it; the published n is the least over the items. */
  readonly people: number;
  /** The leaves in it, in rising order. */
  readonly leaves: readonly number[];
}

/**
 * Adds up a number per leaf (or several: `width` per leaf) over everything that entered at or below each node.
 *
 * Use it for sums of answers, counts per option and n of roll-ups alike. Linear in nodes times width.
 */
export function sumIntoRolls(release: CarriedRelease, perLeaf: ArrayLike<number>, width: number): Float64Array {
  const { tree, entersAt } = release;
  const sums = new Float64Array(tree.ids.length * width);
  for (let leaf = 0; leaf < entersAt.length; leaf++) {
    const node = entersAt[leaf] ?? -1;
    if (node < 0) continue;
    for (let i = 0; i < width; i++) sums[node * width + i] = (sums[node * width + i] ?? 0) + (perLeaf[leaf * width + i] ?? 0);
  }
  raiseToParents(release, sums, width);
  return sums;
}

/** The people in each roll-up and all who answered under the node: the two numbers of "12 of 15 answers". */
export function rollPeople(release: CarriedRelease): { included: Float64Array; answered: Float64Array } {
  const { tree, counts } = release;
  const answered = new Float64Array(tree.ids.length);
  for (let leaf = 0; leaf < counts.people.length; leaf++) {
    answered[leaf >> 1] = (answered[leaf >> 1] ?? 0) + (counts.people[leaf] ?? 0);
  }
  raiseToParents(release, answered, 1);
  return { included: sumIntoRolls(release, counts.people, 1), answered };
}

/** The published n of each roll-up: the least over the theme's items, or the people when the theme has none. */
export function rollLeast(release: CarriedRelease): Float64Array {
  const { width, items } = release.counts;
  const people = rollPeople(release).included;
  const answers = sumIntoRolls(release, items, width);
  return people.map((n, node) => Math.min(n, ...answers.subarray(node * width, (node + 1) * width)));
}

/** Every published cell with its members. A chain of n nodes has n^2 members in all, so ask for them only to write them down. */
export function releaseCells(release: CarriedRelease): ReleaseCell[] {
  const { tree, counts, ownShown, rollShown } = release;
  const members = membersByNode(release);
  const cells: ReleaseCell[] = [];
  for (let node = 0; node < tree.ids.length; node++) {
    const id = tree.ids[node] ?? '';
    if (ownShown[node] === 1) {
      const leaf = groupLeaf(node);
      cells.push({ id: `own:${id}`, kind: 'own', node, people: counts.people[leaf] ?? 0, leaves: [leaf] });
    }
    if (rollShown[node] === 1) {
      const leaves = members[node] ?? [];
      const people = leaves.reduce((sum, leaf) => sum + (counts.people[leaf] ?? 0), 0);
      cells.push({ id: `roll:${id}`, kind: 'roll', node, people, leaves });
    }
  }
  return cells;
}

/** How many leaders' own groups enter the roll-ups at each node itself. */
export function leadersEnteringAt(release: CarriedRelease): Int32Array {
  const entering = new Int32Array(release.tree.ids.length);
  release.entersAt.forEach((node, leaf) => {
    if (node >= 0 && !isPoolLeaf(leaf)) entering[node] = (entering[node] ?? 0) + 1;
  });
  return entering;
}

function raiseToParents(release: CarriedRelease, sums: Float64Array, width: number): void {
  const { order, parents } = release.tree;
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] ?? 0;
    const parent = parents[node] ?? -1;
    if (parent < 0) continue;
    for (let j = 0; j < width; j++) sums[parent * width + j] = (sums[parent * width + j] ?? 0) + (sums[node * width + j] ?? 0);
  }
}

/** The leaves of each roll-up: leaf by leaf in rising order, each told to every node from where it enters to the top. */
function membersByNode(release: CarriedRelease): number[][] {
  const { tree, entersAt, rollShown } = release;
  const members: number[][] = tree.ids.map(() => []);
  for (let leaf = 0; leaf < entersAt.length; leaf++) {
    for (let node = entersAt[leaf] ?? -1; node >= 0; node = tree.parents[node] ?? -1) {
      if (rollShown[node] === 1) members[node]?.push(leaf);
    }
  }
  return members;
}
