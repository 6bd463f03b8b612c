import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { poolSmallGroups, shuffled } from './rules.ts';

type Plan = { parents: number[]; own: number[]; pools: number[]; k: number };

/** A tree by parents (-1 = top): each node has a leader's group `g<n>` and a pool `p<n>`. */
function town({ parents, k }: Plan) {
  const nodes = parents.map((parent, n) => ({ id: `n${n}`, parent: parent < 0 ? null : `n${parent}`, pool: `p${n}` }));
  const groups = parents.flatMap((_, n) => [
    { id: `g${n}`, node: `n${n}`, pool: false, invited: 9, key: '' },
    { id: `p${n}`, node: `n${n}`, pool: true, invited: 9, key: '' },
  ]);
  return { head: { k }, nodes, groups };
}

const answersOf = ({ own, pools }: Plan) =>
  new Map<string, number>([...own.map((n, at) => [`g${at}`, n] as const), ...pools.map((n, at) => [`p${at}`, n] as const)]);

/** How many answers each group holds after the move, and how many nobody holds. */
function after(plan: Plan): { sizes: Map<string, number>; dropped: number } {
  const sizes = new Map<string, number>(answersOf(plan));
  let dropped = 0;
  for (const { group, into, answers } of poolSmallGroups(town(plan), answersOf(plan))) {
    sizes.set(group, (sizes.get(group) ?? 0) - answers);
    if (into === null) dropped += answers;
    else sizes.set(into, (sizes.get(into) ?? 0) + answers);
  }
  return { sizes, dropped };
}

const plans = fc.integer({ min: 1, max: 12 }).chain((nodes) =>
  fc.record({
    parents: fc.tuple(
      ...Array.from({ length: nodes }, (_, n) => (n === 0 ? fc.constant(-1) : fc.integer({ min: 0, max: n - 1 }))),
    ),
    own: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: nodes, maxLength: nodes }),
    pools: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: nodes, maxLength: nodes }),
    k: fc.integer({ min: 5, max: 7 }),
  }),
);

test('afterwards no group holds fewer than k answers, and none is lost without being counted', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { sizes, dropped } = after(plan);
      for (const [group, size] of sizes) assert.ok(size === 0 || size >= plan.k, `${group} holds ${size}`);
      const all = [...answersOf(plan).values()].reduce((sum, n) => sum + n, 0);
      assert.equal([...sizes.values()].reduce((sum, n) => sum + n, 0) + dropped, all);
      assert.ok(dropped < plan.k);
    }),
  );
});

test('a leader with enough answers keeps exactly their own, and gets nobody else\u2019s', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { sizes } = after(plan);
      plan.own.forEach((own, n) => assert.equal(sizes.get(`g${n}`), own >= plan.k ? own : 0));
    }),
  );
});

test('answers move no further up than they must', () => {
  const plan = { parents: [-1, 0, 1, 1], own: [0, 0, 3, 4], pools: [0, 0, 0, 0], k: 5 };
  assert.deepEqual(poolSmallGroups(town(plan), answersOf(plan)), [
    { group: 'g2', into: 'p1', answers: 3 },
    { group: 'g3', into: 'p1', answers: 4 },
  ]);
  const pool = { parents: [-1, 0], own: [6, 2], pools: [0, 3], k: 5 };
  assert.deepEqual(poolSmallGroups(town(pool), answersOf(pool)), [{ group: 'g1', into: 'p1', answers: 2 }]);
});

test('mixing loses nothing and can give every order', () => {
  const orders = new Set(Array.from({ length: 400 }, () => shuffled([1, 2, 3]).join('')));
  assert.deepEqual([...orders].sort(), ['123', '132', '213', '231', '312', '321']);
});
