import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countByPerspective, filtered, needingAttention, sorted, unseenPerspectives } from './rules.ts';
import { PERSPECTIVES, type Goal, type GoalFilter, type GoalState } from './schema.ts';

const goal = (id: string, changes: Partial<Goal> & { now?: GoalState } = {}): Goal => ({
  id,
  title: `Mål ${id}`,
  why: '',
  kind: 'quality',
  perspectives: ['user'],
  unitId: null,
  unit: null,
  unitEnded: false,
  source: '',
  sourceOn: null,
  begins: null,
  ends: null,
  statements: [],
  state: { state: changes.now ?? 'running', reason: '', by: '', at: new Date(0) },
  madeAt: new Date(0),
  ...changes,
});
const all: GoalFilter = { search: '', perspective: '', state: '', unit: '' };
const ids = (goals: Goal[]) => goals.map(({ id }) => id);

test('HO3 goals are found by whose view of quality they are, also when they have several', () => {
  const goals = [
    goal('a'),
    goal('b', { perspectives: ['professional', 'political'] }),
    goal('c', { perspectives: ['user', 'political'] }),
  ];
  assert.deepEqual(ids(filtered(goals, { ...all, perspective: 'political' }, new Set())), ['b', 'c']);
  assert.deepEqual(countByPerspective(goals, PERSPECTIVES), { user: 2, professional: 1, political: 2 });
});

test('HO3 a view that a goal takes and no indicator shows is named, once there is an indicator', () => {
  const both = goal('a', { perspectives: ['user', 'professional'] });
  const shows = (perspective: 'user' | 'political') =>
    [{ perspective }] as Parameters<typeof unseenPerspectives>[0]['indicators'];
  assert.deepEqual(unseenPerspectives({ goal: both, indicators: [] }), []);
  assert.deepEqual(unseenPerspectives({ goal: both, indicators: shows('user') }), ['professional']);
  assert.deepEqual(unseenPerspectives({ goal: both, indicators: shows('political') }), ['user', 'professional']);
});

test('AA12 goals are found by words, by state, and by a unit with all below it', () => {
  const goals = [
    goal('a', { title: 'Svar til borgerne', unitId: 'u1', unit: 'Borgerservice' }),
    goal('b', { now: 'reached', unitId: 'u2', unit: 'Arkivet' }),
    goal('c', { why: 'Fordi svar haster', now: 'planned' }),
  ];
  assert.deepEqual(ids(filtered(goals, { ...all, search: 'SVAR' }, new Set())), ['a', 'c']);
  assert.deepEqual(ids(filtered(goals, { ...all, search: 'svar borgerservice' }, new Set())), ['a']);
  assert.deepEqual(ids(filtered(goals, { ...all, state: 'open' }, new Set())), ['a', 'c']);
  assert.deepEqual(ids(filtered(goals, { ...all, unit: 'u1' }, new Set(['u1', 'u2']))), ['a', 'b']);
  assert.deepEqual(ids(filtered(goals, { ...all, unit: 'whole' }, new Set())), ['c']);
  assert.deepEqual(ids(filtered(goals, { ...all, unit: 'unknown' }, new Set())), []);
});

test('AA12 goals stand in the order asked for, those without an end last', () => {
  const goals = [
    goal('a', { ends: '2027-01-01' }),
    goal('b', { now: 'dropped' }),
    goal('c', { ends: '2026-06-01', now: 'planned' }),
  ];
  assert.deepEqual(ids(sorted(goals, 'ends', false)), ['c', 'a', 'b']);
  assert.deepEqual(ids(sorted(goals, 'ends', true)), ['b', 'a', 'c']);
  assert.deepEqual(ids(sorted(goals, 'state', false)), ['a', 'c', 'b']);
});

test('AA12 a goal nobody can follow is mentioned: without an indicator, or without a figure for a year; never one that is closed', () => {
  const of = (one: Goal, indicators: { latestOn: string | null; madeOn: string }[]) => ({
    goal: one,
    madeOn: '2025-01-01',
    indicators,
  });
  const fresh = { latestOn: '2026-10-01', madeOn: '2024-01-01' };
  const found = needingAttention(
    [
      of(goal('none'), []),
      of(goal('closed', { now: 'dropped' }), []),
      of(goal('fresh'), [fresh]),
      of(goal('old'), [fresh, { latestOn: '2025-11-21', madeOn: '2024-01-01' }]),
      of(goal('never'), [{ latestOn: null, madeOn: '2025-06-01' }]),
      of(goal('new'), [{ latestOn: null, madeOn: '2026-11-01' }]),
      of(goal('just'), [{ latestOn: '2025-11-22', madeOn: '2024-01-01' }]),
    ],
    '2025-11-22',
  );
  assert.deepEqual(
    found.map(({ goalId, what, since }) => [goalId, what, since]),
    [
      ['none', 'no_indicator', '2025-01-01'],
      ['old', 'old_value', '2025-11-21'],
      ['never', 'no_value', '2025-06-01'],
    ],
  );
});
