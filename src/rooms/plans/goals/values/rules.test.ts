import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { figureTyped } from '../figures/rules.ts';
import { readDay, readLines } from './rules.ts';

const TODAY = '2026-11-22';

test('AA12 lines pasted from a spreadsheet or out of a file are read with their heading, empty lines and notes', () => {
  const pasted = '\uFEFFDato;Tal;Note\r\n31-12-2024;87,5;"Hele ""året"""\r\n\r\n2025-12-31;90\r\n';
  assert.deepEqual(readLines(pasted, TODAY), {
    values: [
      { on: '2024-12-31', value: 87.5, note: 'Hele "året"' },
      { on: '2025-12-31', value: 90, note: '' },
    ],
    wrong: [],
  });
  assert.equal(readLines('1.6.2025\t1.234,5\n30/6/2025\t12', TODAY).values.length, 2);
});

test('AA12 each line that is wrong says which and why, by its number in what was pasted', () => {
  const { values, wrong } = readLines(
    '1-1-2026;5\n31-2-2026;5\n2-1-2026;fem\n1-1-2026;6\n3-1-2027;1\n4-1-2026\n5-1-2026;1.234',
    TODAY,
  );
  assert.equal(values.length, 1);
  assert.deepEqual(
    wrong.map(({ line, problem }) => [line, problem]),
    [
      [2, 'day'],
      [3, 'not_a_figure'],
      [4, 'twice'],
      [5, 'future'],
      [6, 'columns'],
      [7, 'two_ways'],
    ],
  );
});

test('a heading is only a heading at the top', () => {
  assert.deepEqual(
    readLines('1-1-2026;5\nDato;Tal', TODAY).wrong.map(({ line }) => line),
    [2],
  );
});

test('days are read as people write them, and only those of the calendar', () => {
  for (const typed of ['2026-03-01', '1-3-2026', '01.03.2026', '1/3/2026']) assert.equal(readDay(typed), '2026-03-01', typed);
  for (const typed of ['', '29-2-2026', '2026', 'marts', '3/2026', '0-1-2026', '2026-13-01']) assert.equal(readDay(typed), null);
  assert.equal(readDay('29-2-2024'), '2024-02-29');
});

test('AA12 whatever is written to a file comes back as it was', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 9000 }), { maxLength: 40 });
  fc.assert(
    fc.property(days, fc.integer({ min: -1_000_000, max: 1_000_000 }), (offsets, whole) => {
      const values = offsets.map((offset, at) => {
        const on = new Date(Date.UTC(2000, 0, 1 + offset)).toISOString().slice(0, 10);
        return { on, value: (whole + at) / 1000, note: '' };
      });
      const text = values.map(({ on, value }) => `${on};${figureTyped(value)}`).join('\n');
      const read = readLines(text, TODAY);
      assert.deepEqual(read.wrong, []);
      assert.deepEqual(
        read.values.map(({ on, value }) => [on, value]),
        values.map(({ on, value }) => [on, value === 0 ? 0 : value]),
      );
    }),
  );
});

test('nothing that is pasted breaks the reading, and no line is both right and wrong', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { values, wrong } = readLines(text, TODAY);
      assert.ok(values.length + wrong.length <= text.split('\n').length);
    }),
  );
});
