import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayAfter } from '#base/time.ts';
import { occurrenceAt, occurrencesBetween } from './rule/rules.ts';
import { INTERVALS, type YearRule } from './rule/schema.ts';
import { duesBetween, lastMissed, nextDue, timesToRecord } from './rules.ts';
import type { Holding } from './schema.ts';

const YEARLY: YearRule = { every: 12, beginsYear: 2024, beginsMonth: 3, timing: { kind: 'month' }, endsYear: null };
const held = (dueOn: string, outcome: Holding['outcome'] = 'held'): Holding => ({
  dueOn,
  outcome,
  heldOn: outcome === 'held' ? dueOn : null,
  note: '',
  recordedBy: 'Lene',
  recordedAt: new Date(0),
});
const activity = (change: { rule?: YearRule; holdings?: Holding[]; countedFrom?: string } = {}) => ({
  rule: YEARLY,
  holdings: [],
  countedFrom: '2024-01-01',
  ...change,
});
const anyRule = fc.record({
  every: fc.constantFrom(...INTERVALS),
  beginsYear: fc.integer({ min: 2015, max: 2035 }),
  beginsMonth: fc.integer({ min: 1, max: 12 }),
  timing: fc.constantFrom({ kind: 'month' as const }, { kind: 'day' as const, day: 31 }),
  endsYear: fc.constantFrom(null, 2040),
});
const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => dayAfter('2014-01-01', { days }));

test('AA3 what comes next is never over, and never held already', () => {
  fc.assert(
    fc.property(anyRule, anyDay, fc.nat({ max: 20 }), (rule, today, nth) => {
      const dueOn = occurrenceAt(rule, nth)?.from;
      const one = activity({ rule, holdings: dueOn === undefined ? [] : [held(dueOn)] });
      const next = nextDue(one, today);
      if (next === null) return;
      assert.ok(next.to >= today);
      assert.notEqual(next.from, dueOn);
      const before = occurrencesBetween(rule, today, dayAfter(next.from, { days: -1 })).filter((time) => time.from !== dueOn);
      assert.deepEqual(
        before.filter((time) => time.to < next.from),
        [],
      );
    }),
  );
});

test('AA3 everything that was missed has passed since it was written down, and what was recorded is not missed', () => {
  fc.assert(
    fc.property(anyRule, anyDay, anyDay, (rule, today, countedFrom) => {
      const missed = lastMissed(activity({ rule, countedFrom }), today);
      if (missed === null) return;
      assert.ok(missed.to < today && missed.to >= countedFrom);
      assert.equal(lastMissed(activity({ rule, countedFrom, holdings: [held(missed.from)] }), today), null);
    }),
  );
});

test('AA3 held early or late, it counts for the time it was due, and the next one follows', () => {
  const early = activity({ holdings: [{ ...held('2026-03-01'), heldOn: '2026-02-10' }], countedFrom: '2026-01-01' });
  assert.equal(nextDue(early, '2026-02-20')?.from, '2027-03-01');
  assert.equal(lastMissed(early, '2026-06-01'), null);
  assert.equal(lastMissed(activity({ countedFrom: '2026-01-01' }), '2026-04-01')?.from, '2026-03-01');
  assert.equal(
    lastMissed(activity({ countedFrom: '2026-01-01', holdings: [held('2026-03-01', 'left_out')] }), '2026-04-01'),
    null,
  );
  assert.equal(lastMissed(activity({ countedFrom: '2026-04-01' }), '2026-06-01'), null);
});

test('AA3 moved by a month, what was held stays held', () => {
  const moved = activity({ rule: { ...YEARLY, beginsMonth: 5 }, holdings: [held('2026-03-01')], countedFrom: '2026-01-01' });
  assert.equal(lastMissed(moved, '2026-07-01'), null);
  const standings = duesBetween(moved, '2026-01-01', '2027-12-31', '2026-07-01').map(({ from, standing }) => [from, standing]);
  assert.deepEqual(standings, [
    ['2026-05-01', 'held'],
    ['2027-05-01', 'coming'],
  ]);
});

test('AA3 a person can record the times of the last period, what goes on and the next one', () => {
  fc.assert(
    fc.property(anyRule, anyDay, (rule, today) => {
      const times = timesToRecord({ rule }, today);
      assert.ok(times.filter((time) => time.from > today).length <= 1);
      const next = nextDue(activity({ rule }), today);
      if (next !== null) assert.ok(times.some((time) => time.from === next.from));
    }),
  );
});
