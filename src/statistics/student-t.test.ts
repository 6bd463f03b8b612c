import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { incompleteBeta } from './incomplete-beta.ts';
import { logBeta, logGamma } from './log-gamma.ts';
import { assertNear } from './reference-file.test.ts';
import { studentQuantile, studentUpperTail } from './student-t.ts';

const close = (actual: number, expected: number, what: string): void => assertNear(actual, expected, 2e-12, what);

test('with one and two degrees of freedom the quantile is the closed formula', () => {
  for (const p of [0.6, 0.75, 0.9, 0.975, 0.999]) {
    close(studentQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)), `df 1, ${p}`);
    close(studentQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), `df 2, ${p}`);
  }
});

// Expected values: the closed sum for even degrees of freedom (Abramowitz and Stegun 26.7.4) with 40 decimal digits.
test('the tables of printed books come out', () => {
  close(studentQuantile(0.975, 4), 2.7764451051977987, 'df 4');
  close(studentQuantile(0.975, 10), 2.2281388519862747, 'df 10');
  close(studentQuantile(0.975, 120), 1.9799304050824413, 'df 120');
  assert.ok(Math.abs(studentQuantile(0.975, 1e7) - 1.9599642) < 1e-6);
});

test('the quantile leaves exactly its tail behind it, also for broken degrees of freedom', () => {
  const probability = fc.double({ min: 0.5001, max: 0.9999, noNaN: true });
  fc.assert(
    fc.property(probability, fc.double({ min: 0.7, max: 5000, noNaN: true }), (p, df) => {
      const t = studentQuantile(p, df);
      assertNear(studentUpperTail(t, df) / (1 - p), 1, 1e-10, `${p} ${df}`);
      assertNear(studentQuantile(1 - p, df), -t, 1e-9, 'mirror');
    }),
  );
});

test('the incomplete beta is a distribution: symmetric, rising, closed for whole numbers', () => {
  close(incompleteBeta(0.3, 1, 4), 1 - 0.7 ** 4, 'a = 1');
  close(incompleteBeta(0.3, 3, 1), 0.3 ** 3, 'b = 1');
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      (x, a, b) => {
        assertNear(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a), 1, 1e-12, 'symmetry');
      },
    ),
  );
});

test('gamma and beta give factorials and their quotients, large arguments included', () => {
  close(logGamma(5), Math.log(24), 'gamma(5)');
  close(logGamma(0.5), Math.log(Math.PI) / 2, 'gamma(1/2)');
  close(logBeta(3, 4), Math.log(1 / 60), 'beta(3, 4)');
  close(logBeta(1, 1e9), -Math.log(1e9), 'beta(1, a billion)');
  assert.throws(() => logGamma(0), RangeError);
  assert.throws(() => studentQuantile(1, 5), RangeError);
  assert.throws(() => studentQuantile(0.5, 0), RangeError);
});
