import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { referenceTest } from './reference-file.test.ts';
import { compareLeaders } from './self-other-among-leaders.ts';
import { selfOther } from './self-other.ts';

const precision = { deviation: 0.7, degreesOfFreedom: 180, reliability: 0.85 };

interface Data {
  bandAbs: number;
  bandSd: number;
  reliability: number;
  leaders: { unit: string; self: number; otherMean: number; n: number; N: number; pooledSd: number; dfPooled: number }[];
}
interface Expected {
  leaders: {
    diff: number;
    categoryAbsolute: string;
    zDiff: number;
    categoryAtwaterYammarino: string;
    quadrant: string;
    diffOfZ: number;
    categoryZ: string;
    borderline: boolean;
  }[];
  meanDiff: number;
  sdDiff: number;
  correlation: number;
}

referenceTest<Data, Expected>(
  'self and others compare as in R, alone and among leaders',
  'self-other-agreement.json',
  ({ data, expected }, near) => {
    const among = compareLeaders(
      data.leaders.map((leader) => ({ self: leader.self, othersMean: leader.otherMean })),
      data.bandSd,
    );
    assert.ok(among);
    near(among.meanDifference, expected.meanDiff, 'mean difference');
    near(among.deviationOfDifference, expected.sdDiff, 'deviation of difference');
    near(among.correlation, expected.correlation, 'correlation');
    data.leaders.forEach((leader, i) => {
      const wanted = expected.leaders[i];
      const relative = among.leaders[i];
      assert.ok(wanted && relative);
      const own = { deviation: leader.pooledSd, degreesOfFreedom: leader.dfPooled, reliability: data.reliability };
      const alone = selfOther(leader.self, leader.otherMean, { answered: leader.n, invited: leader.N }, own, data.bandAbs);
      near(alone?.difference, wanted.diff, leader.unit);
      assert.deepEqual([alone?.view, alone?.borderline], [wanted.categoryAbsolute, wanted.borderline], leader.unit);
      near(relative.standardDifference, wanted.zDiff, leader.unit);
      near(relative.differenceOfStandardScores, wanted.diffOfZ, leader.unit);
      assert.equal(relative.agreement ? `${relative.view}/${relative.agreement}` : relative.view, wanted.quadrant, leader.unit);
      assert.deepEqual(
        [relative.view, relative.viewByStandardScores],
        [wanted.categoryAtwaterYammarino, wanted.categoryZ],
        leader.unit,
      );
    });
  },
);

referenceTest<Data, { leaders: { seOther: number }[] }>(
  'the error of the others is the one R gives',
  'self-other-agreement.json',
  ({ data, expected }, near) => {
    data.leaders.forEach((leader, i) => {
      const error = expected.leaders[i]?.seOther ?? NaN;
      // Read back through the borderline flag: it must change exactly where t times the error ends.
      const t = 1.973011928;
      const own = { deviation: leader.pooledSd, degreesOfFreedom: leader.dfPooled, reliability: data.reliability };
      const at = (distance: number): boolean | undefined =>
        selfOther(3 + 0.5 + distance, 3, { answered: leader.n, invited: leader.N }, own)?.borderline;
      near(Number(at(t * error - 1e-6)) - Number(at(t * error + 1e-6)), 1, leader.unit);
    });
  },
);

test('without a self rating, a mean or an answer there is no comparison', () => {
  assert.equal(selfOther(null, 3, { answered: 5, invited: 6 }, precision), null);
  assert.equal(selfOther(3, null, { answered: 5, invited: 6 }, precision), null);
  assert.equal(selfOther(3, 3, { answered: 0, invited: 6 }, precision), null);
  assert.throws(() => selfOther(3, 3, { answered: 7, invited: 6 }, precision), RangeError);
});

test('leaders who all rate alike cannot be compared with one another', () => {
  assert.equal(
    compareLeaders([
      { self: 4, othersMean: 3 },
      { self: 4, othersMean: 3 },
    ]),
    null,
  );
  assert.equal(compareLeaders([{ self: 4, othersMean: 3 }]), null);
});

test('over and under change places when self and others do', () => {
  const rating = fc.double({ min: 1, max: 5, noNaN: true });
  fc.assert(
    fc.property(rating, rating, (self, others) => {
      const one = selfOther(self, others, { answered: 8, invited: 10 }, precision);
      const other = selfOther(others, self, { answered: 8, invited: 10 }, precision);
      const mirror = { over: 'under', under: 'over', 'in-agreement': 'in-agreement' };
      assert.ok(one && other);
      assert.equal(mirror[one.view], other.view);
      assert.equal(one.borderline, other.borderline);
    }),
  );
});
