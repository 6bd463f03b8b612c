import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mean } from './mean.ts';
import { pooledDeviation } from './pooled-deviation.ts';
import { referenceTest } from './reference-file.test.ts';
import { standardDeviation } from './standard-deviation.ts';
import { intervalOfUnitMean, logicalBounds, standardErrorOfUnitMean } from './unit-mean-interval.ts';
import type { Interval, Precision } from './unit-mean-interval.ts';

const scale = { lowest: 1, highest: 5 };
const precision = { deviation: 0.85, degreesOfFreedom: 120, reliability: 0.85 };

interface Data {
  confidence: number;
  pooledSd: number;
  pooledDf: number;
  reliability: number;
  cases: { id: string; x: number[]; N: number }[];
}
type Pair = [number, number] | null;
interface Case {
  id: string;
  mean: number;
  sd: number | null;
  fpc: number;
  seOwn: number | null;
  ciOwn: Pair;
  sePooled: number;
  ciPooled: Pair;
  sePooledRel: number;
  ciPooledRel: Pair;
  logicalBounds: Pair;
}

referenceTest<Data, { cases: Case[] }>(
  'intervals of a unit mean are the ones R gives',
  'mean-ci-finite-population.json',
  ({ data, expected }, near) => {
    const pair = (actual: Interval | null, wanted: Pair, what: string): void => {
      near(actual?.low ?? null, wanted?.[0] ?? null, `${what} low`);
      near(actual?.high ?? null, wanted?.[1] ?? null, `${what} high`);
    };
    data.cases.forEach(({ id, x, N }, i) => {
      const wanted = expected.cases[i];
      assert.ok(wanted);
      const response = { answered: x.length, invited: N };
      const middle = mean(x) ?? NaN;
      const own = standardDeviation(x);
      const check = (given: Precision | null, error: number | null, interval: Pair, what: string): void => {
        near(given && standardErrorOfUnitMean(response, given), error, `${id} ${what} error`);
        pair(given && intervalOfUnitMean(middle, response, given, scale, data.confidence), interval, `${id} ${what}`);
      };
      near(middle, wanted.mean, `${id} mean`);
      near(own, wanted.sd, `${id} sd`);
      near(
        standardErrorOfUnitMean(response, { deviation: Math.sqrt(x.length), degreesOfFreedom: 1, reliability: 1 }),
        wanted.fpc,
        `${id} fpc`,
      );
      check(
        own === null ? null : { deviation: own, degreesOfFreedom: x.length - 1, reliability: 1 },
        wanted.seOwn,
        wanted.ciOwn,
        'own',
      );
      const pooled = { deviation: data.pooledSd, degreesOfFreedom: data.pooledDf };
      check({ ...pooled, reliability: 1 }, wanted.sePooled, wanted.ciPooled, 'pooled');
      check({ ...pooled, reliability: data.reliability }, wanted.sePooledRel, wanted.ciPooledRel, 'pooled with reliability');
      pair(logicalBounds(middle, response, scale), wanted.logicalBounds, `${id} bounds`);
    });
  },
);

test('more answers than invited is an error in the data and stops the work', () => {
  assert.throws(() => intervalOfUnitMean(3, { answered: 6, invited: 5 }, precision, scale), RangeError);
  assert.throws(() => logicalBounds(3, { answered: 6, invited: 5 }, scale), RangeError);
  assert.throws(() => standardErrorOfUnitMean({ answered: 5, invited: 5 }, { ...precision, reliability: 1.1 }), RangeError);
});

test('nobody answered: no interval and no bounds', () => {
  assert.equal(intervalOfUnitMean(3, { answered: 0, invited: 5 }, precision, scale), null);
  assert.equal(logicalBounds(3, { answered: 0, invited: 5 }, scale), null);
});

test('the interval holds the mean, stays on the scale and narrows as more answer', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.nat(60),
      fc.double({ min: 1, max: 5, noNaN: true }),
      (answered, silent, middle) => {
        const response = { answered, invited: answered + silent };
        const interval = intervalOfUnitMean(middle, response, precision, scale);
        const fewer = intervalOfUnitMean(middle, { ...response, answered: answered - 1 }, precision, scale);
        assert.ok(interval && fewer);
        assert.ok(interval.low >= 1 && interval.high <= 5 && interval.low <= middle && middle <= interval.high);
        assert.ok(fewer.low <= interval.low && fewer.high >= interval.high);
      },
    ),
  );
});

test('the pooled deviation weighs units by what they tell, and a unit of one tells nothing', () => {
  assert.deepEqual(pooledDeviation([[1, 3], [2], [2, 4, 6]]), { deviation: Math.sqrt(10 / 3), degreesOfFreedom: 3 });
  assert.equal(pooledDeviation([[4], []]), null);
});
