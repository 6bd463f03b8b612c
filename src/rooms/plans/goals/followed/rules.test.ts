import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GoalState } from '../schema.ts';
import { followUpOf } from './rules.ts';

const goal = (id: string, state: GoalState) => ({ id, state: { state, reason: '', by: 'Mette', at: new Date(0) } });
const none = { goals: 0, followed: 0, unmeasured: 0, states: [] };

test('AA5 a framework is followed up by goals that are reached, or in work with a figure from the last year; a dropped one counts for nothing', () => {
  assert.deepEqual(followUpOf([], new Map(), '2025-11-22'), none);
  const goals = [goal('a', 'planned'), goal('b', 'running'), goal('c', 'running'), goal('d', 'reached'), goal('e', 'dropped')];
  const measured = new Map([
    ['b', ['2020-01-01', '2025-11-22']],
    ['c', ['2025-11-21']],
    ['e', ['2026-11-01']],
  ]);
  assert.deepEqual(followUpOf(goals, measured, '2025-11-22'), {
    goals: 4,
    followed: 2,
    unmeasured: 2,
    states: [
      { state: 'planned', count: 1 },
      { state: 'running', count: 2 },
      { state: 'reached', count: 1 },
      { state: 'dropped', count: 1 },
    ],
  });
  assert.deepEqual(followUpOf([goal('e', 'dropped')], measured, '2025-11-22').goals, 0);
});
