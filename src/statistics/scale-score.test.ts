import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mean } from './mean.ts';
import { referenceTest } from './reference-file.test.ts';
import { personScore, reverseAnswer, shareDropped, toHundred } from './scale-score.ts';
import { standardDeviation } from './standard-deviation.ts';
import { meanOfItemMeans } from './theme-figure.ts';

const scale = { lowest: 1, highest: 5 };

interface Expected {
  personScores: (number | null)[];
  unit: { n: number; mean: number; sd: number; mean0to100: number };
  withItem5Reversed: { personScores: (number | null)[]; mean: number };
  meanOfItemMeans: number;
}

referenceTest<{ responses: (number | null)[][] }, Expected>(
  'theme scores with missing answers are the ones R gives',
  'scale-score-missing.json',
  ({ data, expected }, near) => {
    const scores = data.responses.map((row) => personScore(row, scale));
    const given = scores.filter((score) => score !== null);
    expected.personScores.forEach((score, i) => near(scores[i], score, `person ${i}`));
    assert.equal(given.length, expected.unit.n);
    near(mean(given), expected.unit.mean, 'mean');
    near(standardDeviation(given), expected.unit.sd, 'sd');
    near(toHundred(mean(given) ?? NaN, scale), expected.unit.mean0to100, 'mean 0-100');
    const reversed = data.responses.map((row) => personScore(row, scale, [4]));
    expected.withItem5Reversed.personScores.forEach((score, i) => near(reversed[i], score, `person ${i} reversed`));
    near(mean(reversed.filter((score) => score !== null)), expected.withItem5Reversed.mean, 'mean reversed');
    const itemMeans = [0, 1, 2, 3, 4].map((item) =>
      mean(data.responses.map((row) => row[item] ?? null).filter((answer) => answer !== null)),
    );
    near(meanOfItemMeans(itemMeans), expected.meanOfItemMeans, 'mean of item means');
  },
);

test('half of the items is enough, fewer is not', () => {
  assert.equal(personScore([4, 2, null, null], scale), 3);
  assert.equal(personScore([4, null, null], scale), null);
  assert.equal(personScore([], scale), null);
  assert.equal(
    shareDropped(
      [
        [4, null, null],
        [3, 3, null],
        [null, null, null],
      ],
      scale,
    ),
    0.5,
  );
  assert.equal(shareDropped([[null]], scale), null);
});

test('turning every item round turns the score round', () => {
  const row = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(row, (answers) => {
      const score = personScore(answers, scale);
      const turned = personScore(
        answers,
        scale,
        answers.map((_, i) => i),
      );
      return score === null ? turned === null : Math.abs((turned ?? NaN) - reverseAnswer(score, scale)) < 1e-12;
    }),
  );
});

test('a theme with an item nobody answered has no figure', () => {
  assert.equal(meanOfItemMeans([3, null]), null);
  assert.equal(meanOfItemMeans([]), null);
});
