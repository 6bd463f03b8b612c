import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from './random.ts';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sd = (values: readonly number[]) => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
};
const near = (actual: number, expected: number, tolerance: number) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);

test('the same seed draws the same numbers, another seed others', () => {
  const [first, again, other] = ['a', 'a', 'b'].map((seed) => {
    const random = new Random(seed);
    return draws(20, () => random.uniform());
  });
  assert.deepEqual(first, again);
  assert.notDeepEqual(first, other);
});

test('a fork does not disturb the stream it came from', () => {
  const plain = new Random('seed');
  const forked = new Random('seed');
  draws(5, () => forked.fork('side').uniform());
  assert.equal(plain.uniform(), forked.uniform());
});

test('normal draws have mean 0 and the given spread', () => {
  const random = new Random('normal');
  const values = draws(20_000, () => random.normal(0.5));
  near(mean(values), 0, 0.015);
  near(sd(values), 0.5, 0.01);
});

test('log-normal draws have the given arithmetic mean', () => {
  const random = new Random('log-normal');
  const values = draws(20_000, () => random.logNormal(24, 0.55));
  near(mean(values), 24, 0.4);
  near(sd(values.map(Math.log)), 0.55, 0.01);
});

test('Beta(.5, 11) has mean 1/23 and its own variance', () => {
  const random = new Random('beta');
  const values = draws(20_000, () => random.beta(0.5, 11));
  near(mean(values), 0.5 / 11.5, 0.002);
  near(sd(values), Math.sqrt((0.5 * 11) / (11.5 ** 2 * 12.5)), 0.002);
  assert.ok(values.every((value) => value >= 0 && value <= 1));
});

test('whole numbers reach both ends and nothing beyond', () => {
  const random = new Random('whole');
  const values = draws(1000, () => random.whole(3, 5));
  assert.deepEqual([...new Set(values)].sort(), [3, 4, 5]);
});
