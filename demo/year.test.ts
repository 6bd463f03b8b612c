import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cast, castKeys, castUnits } from './cast.ts';
import { demoContext } from './context.ts';
import { demoDecision } from './decision.ts';
import { demoFramework } from './framework.ts';
import { demoYear } from './year.ts';

const known = new Set(demoFramework('2026-05').elements.map(({ id }) => id));
const units = new Set<string>(Object.values(castUnits));

test('the invented year wheel serves statements of the invented framework, in units that are always there', () => {
  for (const { name, statements, unitCode } of demoYear) {
    assert.deepEqual(
      statements.filter((id) => !known.has(id)),
      [],
      name,
    );
    assert.ok(unitCode === null || units.has(unitCode), name);
  }
  const kinds = new Set(demoYear.map(({ kind }) => kind));
  assert.equal(kinds.size, 4);
});

test('the invented decision rests on statements of the invented framework', () => {
  assert.deepEqual(
    demoDecision.statements.filter((id) => !known.has(id)),
    [],
  );
  assert.ok(units.has(demoDecision.unitCode));
});

test('the invented note on a period is about a unit that is always there, and names nobody of the cast', () => {
  assert.ok(units.has(demoContext.unitCode));
  const names = castKeys.flatMap((key) => [cast[key].firstName, cast[key].lastName]);
  assert.deepEqual(
    names.filter((name) => demoContext.text.includes(name)),
    [],
  );
});
