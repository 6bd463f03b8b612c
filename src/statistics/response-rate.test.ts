import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jointMean } from './joint-mean.ts';
import { referenceTest } from './reference-file.test.ts';
import {
  cappedWeights,
  designEffect,
  effectiveAnswers,
  jointResponseRate,
  representativity,
  responseRate,
  unitWeights,
} from './response-rate.ts';

interface Expected {
  rate: number;
  rates: number[];
  weights: number[];
  meanRespondents: number;
  meanWeighted: number;
  kishDeff: number;
  effectiveN: number;
  weightsCapped2xMedian: number[];
  rIndicator: number;
}

referenceTest<{ units: { N: number; n: number; mean: number }[] }, Expected>(
  'response rates and weights are the ones R gives',
  'response-rate-weights.json',
  ({ data, expected }, near) => {
    const units = data.units.map((unit) => ({ answered: unit.n, invited: unit.N, mean: unit.mean }));
    near(jointResponseRate(units), expected.rate, 'rate');
    expected.rates.forEach((rate, i) => near(units.map(responseRate)[i], rate, `rate ${i}`));
    expected.weights.forEach((weight, i) => near(unitWeights(units)[i], weight, `weight ${i}`));
    expected.weightsCapped2xMedian.forEach((weight, i) => near(cappedWeights(units)[i], weight, `capped weight ${i}`));
    near(jointMean(units, 'answers'), expected.meanRespondents, 'mean of respondents');
    near(jointMean(units, 'invited'), expected.meanWeighted, 'weighted mean');
    near(designEffect(units), expected.kishDeff, 'design effect');
    near(effectiveAnswers(units), expected.effectiveN, 'effective n');
    near(representativity(units), expected.rIndicator, 'R-indicator');
  },
);

test('nobody invited or nobody answered: no rate, no weight, no effect', () => {
  assert.equal(responseRate({ answered: 0, invited: 0 }), null);
  assert.deepEqual(unitWeights([{ answered: 0, invited: 3 }]), [null]);
  assert.deepEqual(cappedWeights([{ answered: 0, invited: 3 }]), [null]);
  assert.equal(designEffect([]), null);
  assert.equal(effectiveAnswers([]), null);
  assert.equal(representativity([]), null);
  assert.equal(jointMean([], 'answers'), null);
});

test('more answers than invited stops the work', () => {
  assert.throws(() => responseRate({ answered: 4, invited: 3 }), RangeError);
  assert.throws(() => unitWeights([{ answered: 4, invited: 3 }]), RangeError);
});

test('no weight is above twice the median, and equal rates have design effect 1', () => {
  const unit = fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(60))
    .map(([answered, silent]) => ({ answered, invited: answered + silent }));
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 20 }), (units) => {
      assert.ok((designEffect(units) ?? 0) >= 1 - 1e-12);
      cappedWeights(units).forEach((weight, i) => assert.ok((weight ?? NaN) <= (unitWeights(units)[i] ?? NaN)));
    }),
  );
  assert.deepEqual(
    cappedWeights([
      { answered: 10, invited: 10 },
      { answered: 1, invited: 9 },
    ]),
    [1, 2],
  );
  assert.equal(
    designEffect([
      { answered: 5, invited: 10 },
      { answered: 20, invited: 40 },
    ]),
    1,
  );
});
