import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wholePercents } from './whole-percents.ts';

const counts = fc.array(fc.nat(500), { minLength: 1, maxLength: 9 });

test('whole percentages sum to 100 and each is within one of the true one', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const percents = wholePercents(given);
      const total = given.reduce((sum, count) => sum + count, 0);
      if (percents === null) return total === 0;
      const sums = percents.reduce((sum, percent) => sum + percent, 0) === 100;
      return sums && percents.every((percent, i) => Math.abs(percent - (100 * (given[i] ?? 0)) / total) < 1);
    }),
  );
});

test('a tie goes to the lower option', () => {
  assert.deepEqual(wholePercents([1, 1, 1]), [34, 33, 33]);
  assert.deepEqual(wholePercents([1, 1, 1, 1, 1, 1, 1, 1]), [13, 13, 13, 13, 12, 12, 12, 12]);
});

test('no answers have no percentages, and a negative count is refused', () => {
  assert.equal(wholePercents([0, 0]), null);
  assert.throws(() => wholePercents([-1, 2]), RangeError);
});
