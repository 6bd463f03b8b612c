import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoFramework } from './framework.ts';
import { demoGoals } from './goals.ts';

test('every invented goal rests on statements of the invented framework, and its figures stand in the order of time', () => {
  const known = new Set(demoFramework('2026-05').elements.map(({ id }) => id));
  for (const goal of demoGoals) {
    assert.ok(goal.statements.length > 0);
    assert.deepEqual(
      goal.statements.filter((id) => !known.has(id)),
      [],
      goal.title,
    );
    for (const { values, name } of goal.indicators) {
      const months = values.map(({ monthsAgo }) => monthsAgo);
      assert.deepEqual(
        months,
        [...new Set(months)].sort((a, b) => b - a),
        name,
      );
    }
  }
});
