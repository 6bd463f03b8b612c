import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transport } from './hooks.ts';

test('nothing that a page was loaded with is written out for a program in the browser', () => {
  const [kept] = Object.values(transport);
  for (const value of [{ type: 'data', data: { name: 'Hemmelig' } }, [1], 'ord', 0, null, undefined, new Map()])
    assert.equal(JSON.stringify(kept?.encode(value)), 'true');
});
