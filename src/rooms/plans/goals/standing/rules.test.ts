import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Aim, Direction } from '../indicators/schema.ts';
import { endsOf, moved, standingOf } from './rules.ts';

const figures = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 100);
const aim = (direction: Direction, target: number, targetTo: number | null = null): Aim => ({ direction, target, targetTo });
const aims = fc.oneof(
  figures.map((target) => aim('higher', target)),
  figures.map((target) => aim('lower', target)),
  fc.tuple(figures, figures).map(([a, b]) => aim('within', Math.min(a, b), Math.max(a, b))),
);
const close = (a: number, b: number) => Math.abs(a - b) < 0.000_1;

test('AA12 the target itself reaches the target, and one step past it on the wrong side does not', () => {
  assert.deepEqual(standingOf(aim('higher', 90), 90), { reached: true, side: 'at', distance: 0 });
  assert.deepEqual(standingOf(aim('higher', 90), 87.5), { reached: false, side: 'below', distance: 2.5 });
  assert.deepEqual(standingOf(aim('lower', 14), 14.1), { reached: false, side: 'above', distance: 0.1 });
  assert.deepEqual(standingOf(aim('lower', 14), 3), { reached: true, side: 'at', distance: 0 });
  assert.deepEqual(standingOf(aim('within', 20, 24), 24.5), { reached: false, side: 'above', distance: 0.5 });
});

test('AA12 a target is reached exactly when nothing is missing', () => {
  fc.assert(
    fc.property(aims, figures, (one, value) => {
      const { reached, side, distance } = standingOf(one, value);
      assert.equal(reached, distance === 0);
      assert.equal(reached, side === 'at');
      assert.ok(distance >= 0);
    }),
  );
});

test('AA12 better than a figure that reaches the target reaches it too', () => {
  fc.assert(
    fc.property(figures, figures, fc.nat(10_000), (target, value, more) => {
      if (standingOf(aim('higher', target), value).reached) assert.ok(standingOf(aim('higher', target), value + more).reached);
      if (standingOf(aim('lower', target), value).reached) assert.ok(standingOf(aim('lower', target), value - more).reached);
    }),
  );
});

test('AA12 lower is higher in a mirror, and within is both at once', () => {
  fc.assert(
    fc.property(figures, figures, figures, (a, b, value) => {
      const mirrored = standingOf(aim('lower', -a), -value);
      const plain = standingOf(aim('higher', a), value);
      assert.ok(mirrored.reached === plain.reached && close(mirrored.distance, plain.distance));
      const [floor, ceiling] = [Math.min(a, b), Math.max(a, b)];
      const both = standingOf(aim('higher', floor), value).reached && standingOf(aim('lower', ceiling), value).reached;
      assert.equal(standingOf(aim('within', floor, ceiling), value).reached, both);
    }),
  );
});

test('AA12 what is missing, added to the figure, reaches the target', () => {
  fc.assert(
    fc.property(aims, figures, (one, value) => {
      const { side, distance } = standingOf(one, value);
      const [floor, ceiling] = endsOf(one);
      if (side === 'below') assert.ok(close(value + distance, floor ?? Number.NaN));
      if (side === 'above') assert.ok(close(value - distance, ceiling ?? Number.NaN));
    }),
  );
});

test('AA12 nearer one way is further the other way, and staying put is neither', () => {
  fc.assert(
    fc.property(aims, figures, figures, (one, before, after) => {
      const opposite = { nearer: 'further', further: 'nearer', same: 'same' } as const;
      assert.equal(moved(one, after, before), opposite[moved(one, before, after)]);
      assert.equal(moved(one, before, before), 'same');
    }),
  );
});
