import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { wholeTenths } from './whole-tenths.ts';

const writtenOut = (value: number): number => Math.round(Number((value * 10).toPrecision(12)));

test('a half tenth is rounded up, also where the machine holds a little less than the half', () => {
  assert.equal(wholeTenths(3.45), 35);
  assert.equal(wholeTenths(69 / 20), 35);
  assert.equal(wholeTenths(1.005 * 3), 30);
  assert.equal(wholeTenths(0.35 - 1e-17), 4);
  assert.equal(wholeTenths(4.949_999), 49);
});

test('every mean of up to 2,000 answers has the tenths that its twelve digits have', () => {
  for (let n = 1; n <= 2000; n++)
    for (let sum = n; sum <= 5 * n; sum += Math.max(1, Math.floor(n / 60)))
      assert.equal(wholeTenths(sum / n), writtenOut(sum / n));
});

test('so has any number within a whisker of a half', () => {
  const nearHalf = fc.tuple(fc.integer({ min: -400, max: 400 }), fc.double({ min: -1e-8, max: 1e-8, noNaN: true }));
  fc.assert(
    fc.property(nearHalf, ([tenths, off]) => wholeTenths((tenths + 0.5) / 10 + off) === writtenOut((tenths + 0.5) / 10 + off)),
  );
  fc.assert(fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (value) => wholeTenths(value) === writtenOut(value)));
});
