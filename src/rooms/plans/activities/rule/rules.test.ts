import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayAfter, weekOf, weeksInYear } from '#base/time.ts';
import { indexNear, occurrenceAt, occurrencesBetween, ruleOf } from './rules.ts';
import { INTERVALS, type Timing, type YearRule } from './schema.ts';

const timing: fc.Arbitrary<Timing> = fc.oneof(
  fc.constant<Timing>({ kind: 'month' }),
  fc.integer({ min: 1, max: 31 }).map((day): Timing => ({ kind: 'day', day })),
);
const monthly = fc.record({
  every: fc.constantFrom(...INTERVALS),
  beginsYear: fc.integer({ min: 2000, max: 2190 }),
  beginsMonth: fc.integer({ min: 1, max: 12 }),
  timing,
  endsYear: fc.constant(null),
});
const weekly = fc
  .record({
    every: fc.constantFrom(12 as const, 24 as const, 36 as const, 48 as const),
    beginsYear: fc.integer({ min: 2000, max: 2190 }),
    week: fc.integer({ min: 1, max: 53 }),
  })
  .map(({ every, beginsYear, week }) => ruleOf({ every, beginsYear, endsYear: null, timing: 'week', month: 1, day: null, week }));
const rule: fc.Arbitrary<YearRule> = fc.oneof(monthly, weekly);
const index = fc.integer({ min: 0, max: 40 });
const at = (of: YearRule, nth: number) => occurrenceAt(of, nth) ?? assert.fail();
const daysOf = (of: YearRule, from: string, to: string) => occurrencesBetween(of, from, to).map((one) => one.from);
const plain = (change: Partial<YearRule>): YearRule => ({
  every: 12,
  beginsYear: 2024,
  beginsMonth: 2,
  timing: { kind: 'month' },
  endsYear: null,
  ...change,
});

test('AA3 a day of every occurrence belongs to that occurrence, whatever the rule', () => {
  fc.assert(
    fc.property(rule, index, (of, nth) => {
      const { from, to } = at(of, nth);
      assert.equal(indexNear(of, from), nth);
      assert.ok(from <= to);
    }),
  );
});

test('AA3 occurrences follow each other without overlap, and always after the same number of months', () => {
  fc.assert(
    fc.property(rule, index, (of, nth) => {
      const [one, next] = [at(of, nth), at(of, nth + 1)];
      assert.ok(one.to < next.from);
      if (of.timing.kind === 'week') return;
      const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
      assert.equal(months(next.from) - months(one.from), of.every);
    }),
  );
});

test('AA3 between two days are exactly the occurrences that touch them', () => {
  fc.assert(
    fc.property(rule, index, fc.integer({ min: 0, max: 4000 }), (of, nth, span) => {
      const from = at(of, nth).from;
      const to = dayAfter(from, { days: span });
      const all = Array.from({ length: 90 }, (_, n) => at(of, n)).filter((one) => one.to >= from && one.from <= to);
      assert.deepEqual(occurrencesBetween(of, from, to), all);
    }),
  );
});

test('AA3 a week is from Monday to Sunday and has its number; week 53 is 52 in a year that has none', () => {
  fc.assert(
    fc.property(weekly, index, (of, nth) => {
      if (of.timing.kind !== 'week') return;
      const { from, to } = at(of, nth);
      const year = of.beginsYear + (nth * of.every) / 12;
      assert.equal(weekOf(from), Math.min(of.timing.week, weeksInYear(year)));
      assert.equal(new Date(`${from}T00:00:00Z`).getUTCDay(), 1);
      assert.equal(dayAfter(from, { days: 6 }), to);
      assert.equal(Number(dayAfter(from, { days: 3 }).slice(0, 4)), year);
    }),
  );
});

test('AA3 the last of February is the 29th in a leap year and the 28th in others', () => {
  const last = plain({ timing: { kind: 'day', day: 31 } });
  assert.deepEqual(daysOf(last, '2024-01-01', '2028-12-31'), [
    '2024-02-29',
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ]);
  assert.equal(at(plain({}), 0).to, '2024-02-29');
  assert.equal(at(plain({}), 1).to, '2025-02-28');
});

test('AA3 quarters, every second, third and fourth year; nothing before the first year or after the last', () => {
  const since = (every: YearRule['every']) => daysOf(plain({ every, beginsMonth: 11 }), '2020-01-01', '2032-12-31').length;
  assert.deepEqual(daysOf(plain({ every: 3, beginsMonth: 11 }), '2024-01-01', '2025-12-31'), [
    '2024-11-01',
    '2025-02-01',
    '2025-05-01',
    '2025-08-01',
    '2025-11-01',
  ]);
  assert.deepEqual([since(24), since(36), since(48)], [5, 3, 3]);
  assert.deepEqual(daysOf(plain({ endsYear: 2025 }), '2020-01-01', '2040-12-31'), ['2024-02-01', '2025-02-01']);
  assert.equal(occurrenceAt(plain({}), -1), null);
});

test('AA3 weeks over New Year: week 1 of 2026 begins in December, week 53 is there in 2026 and not in 2027', () => {
  const week = (number: number, beginsYear: number) =>
    at(ruleOf({ every: 12, beginsYear, endsYear: null, timing: 'week', month: 6, day: null, week: number }), 0).from;
  assert.equal(week(1, 2026), '2025-12-29');
  assert.equal(week(53, 2026), '2026-12-28');
  assert.equal(week(53, 2027), '2027-12-27');
});
