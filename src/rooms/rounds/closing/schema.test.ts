import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClosing } from './schema.ts';

const september = new Date('2026-09-01T08:00:00Z');
const at = (date: string, time: string, choice = '') => readClosing({ date, time, choice }, september);

test('a closing is Danish time, in summer and in winter', () => {
  assert.deepEqual(at('2026-09-30', '16:00'), { ok: true, moment: new Date('2026-09-30T14:00:00Z') });
  assert.deepEqual(at('2026-11-30', '16:00'), { ok: true, moment: new Date('2026-11-30T15:00:00Z') });
});

test('half past two on the night the clock goes back comes twice: one of the two has to be picked', () => {
  const choices = [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')];
  assert.deepEqual(at('2026-10-25', '02:30'), { ok: false, problem: 'twice', choices });
  for (const moment of choices) assert.deepEqual(at('2026-10-25', '02:30', moment.toISOString()), { ok: true, moment });
});

test('half past two on the night the clock goes forward does not exist: one of the two around it has to be picked', () => {
  const choices = [new Date('2027-03-28T00:30:00Z'), new Date('2027-03-28T01:30:00Z')];
  assert.deepEqual(at('2027-03-28', '02:30'), { ok: false, problem: 'skipped', choices });
  for (const moment of choices) assert.deepEqual(at('2027-03-28', '02:30', moment.toISOString()), { ok: true, moment });
});

test('a choice that is not one of the two is no choice', () => {
  const read = at('2026-10-25', '02:30', '2026-10-25T05:00:00.000Z');
  assert.equal(read.ok, false);
});

test('nothing, nonsense, the past and the far future are each said', () => {
  const problem = (read: ReturnType<typeof at>) => (read.ok ? 'none' : read.problem);
  assert.equal(problem(at('', '16:00')), 'missing');
  assert.equal(problem(at('2026-11-31', '16:00')), 'not_a_time');
  assert.equal(problem(at('2026-08-31', '16:00')), 'past');
  assert.equal(problem(at('2028-01-01', '16:00')), 'too_far');
});
