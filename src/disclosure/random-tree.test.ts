import fc from 'fast-check';
import { countLeaf, noAnswers } from './leaf-counts.ts';
import type { LeafCounts } from './leaf-counts.ts';
import { groupLeaf, poolLeaf, raterTree } from './rater-tree.ts';
import type { RaterTree } from './rater-tree.ts';

export interface Organisation {
  readonly tree: RaterTree;
  readonly counts: LeafCounts;
}

/** An invented organisation: up to 14 units in any shape, groups of 0-9 people, pools that are empty or 5-8, three items. */
export const organisation: fc.Arbitrary<Organisation> = fc
  .array(
    fc.record({
      above: fc.nat(),
      group: fc.nat(9),
      pool: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 8 }) }),
      skips: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((units) => {
    const tree = raterTree(units.map((unit, i) => ({ id: `u${i}`, parent: i === 0 ? null : `u${unit.above % i}` })));
    const counts = noAnswers(tree, 3);
    units.forEach((unit, i) => {
      const answers = (people: number, skips: number[]): number[] => skips.map((skip) => Math.max(0, people - skip));
      countLeaf(counts, groupLeaf(i), unit.group, answers(unit.group, unit.skips.slice(0, 3)));
      countLeaf(counts, poolLeaf(i), unit.pool, answers(unit.pool, unit.skips.slice(3)));
    });
    return { tree, counts };
  });

/** One item of an organisation's counts, as sizes per leaf. */
export function itemSizes({ counts }: Organisation, item: number): number[] {
  return Array.from(counts.people, (_, leaf) => counts.items[leaf * counts.width + item] ?? 0);
}
