import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ACTIVITY_KINDS } from '../schema.ts';
import type { YearEntry } from '../year/schema.ts';
import { monthsInto, placeAt, RINGS, SIZE, wheelFields } from './wheel.ts';

const entry = (kind: YearEntry['kind'], month: number, number: number): YearEntry => ({
  id: `a${number}`,
  number,
  name: `Aktivitet ${number}`,
  kind,
  from: '',
  to: '',
  month,
  standing: 'coming',
  responsible: '',
  href: '',
  known: false,
  timing: 'month',
});
const entries = fc.array(
  fc
    .tuple(fc.constantFrom(...ACTIVITY_KINDS), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }))
    .map(([kind, month, number]) => entry(kind, month, number)),
  { maxLength: 40 },
);

test('AA3 everything of a year is in the wheel: named in its field, and its number stands there or is counted', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const fields = wheelFields(all);
      const places = new Set(all.map(({ kind, month }) => `${kind} ${month}`));
      assert.equal(fields.length, places.size);
      for (const one of all) assert.ok(fields.some((field) => field.kind === one.kind && field.names.includes(one.name)));
      for (const { labels } of fields) assert.ok(labels.length === 1 || labels.length === 2);
      const numbers = new Set(all.map(({ kind, month, number }) => `${kind} ${month} ${number}`)).size;
      const counted = fields.flatMap(({ labels }) =>
        labels.map(({ text }): number => (text.startsWith('+') ? Number(text.slice(1)) : 1)),
      );
      assert.equal(
        counted.reduce((sum, count) => sum + count, 0),
        numbers,
      );
    }),
  );
});

test('AA3 the year begins at twelve o’clock and goes round with the clock; the rings do not touch', () => {
  assert.deepEqual(placeAt(0, 100), { x: SIZE / 2, y: SIZE / 2 - 100 });
  assert.deepEqual(placeAt(3, 100), { x: SIZE / 2 + 100, y: SIZE / 2 });
  for (const [at, ring] of RINGS.entries()) assert.ok(ring.inner >= (RINGS[at + 1]?.outer ?? 0) && ring.outer > ring.inner);
});

test('AA3 the hand stands at the day, in long months, short months and leap years', () => {
  assert.ok(monthsInto('2028-02-29') < 2 && monthsInto('2028-02-29') > 1.95);
  assert.ok(monthsInto('2026-01-01') > 0 && monthsInto('2026-01-01') < 0.05);
  assert.ok(monthsInto('2026-12-31') < 12 && monthsInto('2026-12-31') > 11.95);
});
