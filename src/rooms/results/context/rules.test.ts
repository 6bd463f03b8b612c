import assert from 'node:assert/strict';
import test from 'node:test';
import * as v from 'valibot';
import { noteOf, notedUnits, unitsLed } from './rules.ts';
import { ContextInput, LONGEST_NOTE } from './schema.ts';

const unit = { nodeId: 'n', unit: 'Solsikken' };
const wording = (number: number, minute: number) => ({
  number,
  text: `Ordlyd ${number}`,
  writtenBy: 'Bo',
  writtenAt: new Date(Date.UTC(2026, 4, 1, 12, minute)),
});

test('B6 a note is its newest wording; it came after the result only when it was written after it', () => {
  assert.equal(noteOf(unit, [], null), null);
  assert.equal(noteOf(unit, [wording(1, 0)], null)?.current.after, false);
  const note = noteOf(unit, [wording(1, 0), wording(2, 10)], new Date(Date.UTC(2026, 4, 1, 12, 5)));
  assert.deepEqual([note?.current.number, note?.current.after, note?.earlier.map((one) => one.after)], [2, true, [false]]);
});

test('B6 a leader writes about the units led by name, or about the one the group stands under', () => {
  assert.deepEqual(unitsLed({ nodeId: 'a', leads: ['b', 'c'] }), ['b', 'c']);
  assert.deepEqual(unitsLed({ nodeId: 'a', leads: [] }), ['a']);
  assert.deepEqual(notedUnits(['x'], [{ nodeId: 'a', leads: ['b'] }]), new Set(['x', 'b']));
});

test('B6 a note that is too long is refused, and line ends are the same from every browser', () => {
  assert.equal(v.safeParse(ContextInput, { text: 'x'.repeat(LONGEST_NOTE + 1), seen: '0' }).success, false);
  assert.equal(v.parse(ContextInput, { text: ' a\r\nb ', seen: '3' }).text, 'a\nb');
  assert.equal(v.safeParse(ContextInput, { text: 'a', seen: '-1' }).success, false);
});
