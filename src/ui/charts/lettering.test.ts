import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textWidth, wrap } from './lettering.ts';

test('no line is wider than the room, whatever is written', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 80 }),
      fc.integer({ min: 40, max: 300 }),
      fc.integer({ min: 1, max: 3 }),
      (text, width, lines) => {
        const wrapped = wrap(text, width, 14, lines);
        assert.ok(wrapped.length <= lines);
        for (const line of wrapped) assert.ok(textWidth(line, 14) <= width);
      },
    ),
  );
});

test('what does not fit ends in an ellipsis', () => {
  assert.deepEqual(wrap('kort', 200, 14, 1), ['kort']);
  assert.match(wrap('en lang tekst som ikke kan stå på en linje', 80, 14, 1)[0] ?? '', /…$/);
});
