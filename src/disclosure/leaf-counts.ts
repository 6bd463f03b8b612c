import type { RaterTree } from './rater-tree.ts';

/**
 * How many answered in each leaf of a tree, and how many gave an answer to each item of one theme.
 *
 * `people` has one entry per leaf; `items` has `width` entries per leaf, in one row. With width 0 only people count.
 */
export interface LeafCounts {
  readonly width: number;
  readonly people: Int32Array;
  readonly items: Int32Array;
}

/** Counts of nobody, ready to be filled by `countLeaf`. */
export function noAnswers(tree: RaterTree, width: number): LeafCounts {
  const leaves = 2 * tree.ids.length;
  return { width, people: new Int32Array(leaves), items: new Int32Array(leaves * width) };
}

/** Writes one leaf's numbers into the counts. Throws unless all are whole, 0 or more, and no item exceeds the people. */
export function countLeaf(counts: LeafCounts, leaf: number, people: number, items: ArrayLike<number>): void {
  if (items.length !== counts.width) throw new RangeError(`${items.length} items where the theme has ${counts.width}.`);
  if (!isCount(people)) throw new RangeError(`${people} people cannot have answered.`);
  counts.people[leaf] = people;
  for (let item = 0; item < items.length; item++) {
    const answers = items[item] ?? 0;
    if (!isCount(answers) || answers > people) throw new RangeError(`${answers} answers of ${people} people cannot be right.`);
    counts.items[leaf * counts.width + item] = answers;
  }
}

/** The least number of answers any item has in a leaf, which is the n that is published; the people when width is 0. */
export function leastInLeaf(counts: LeafCounts, leaf: number): number {
  let least = counts.people[leaf] ?? 0;
  for (let item = leaf * counts.width; item < (leaf + 1) * counts.width; item++) least = Math.min(least, counts.items[item] ?? 0);
  return least;
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
