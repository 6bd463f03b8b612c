import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shownFigure, shownMean } from './shown-figure.ts';
import type { FigureInput } from './shown-figure.ts';
import { shownResponse } from './shown-response.ts';

const scale = { lowest: 1, highest: 5 };

function figureOf(answers: number[], more: Partial<FigureInput> = {}): ReturnType<typeof shownFigure> {
  const counts = [1, 2, 3, 4, 5].map((option) => answers.filter((answer) => answer === option).length);
  const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  return shownFigure({ n: answers.length, mean, counts, scale, midDisplay: 'mean', ...more });
}

test('four answers show nothing, five a mean with one decimal', () => {
  assert.deepEqual(figureOf([3, 3, 4, 4]), { kind: 'hidden' });
  assert.deepEqual(figureOf([3, 3, 4, 4, 4]), { kind: 'mean', n: 5, value: 3.6 });
  assert.deepEqual(figureOf([3, 3, 4, 4, 4, 4], { k: 7 }), { kind: 'hidden' });
});

test('ten to nineteen answers show the mean or three shares, as the round chose', () => {
  const answers = [1, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5];
  assert.deepEqual(figureOf(answers), { kind: 'mean', n: 11, value: 3.6 });
  assert.deepEqual(figureOf(answers, { midDisplay: 'shares' }), { kind: 'shares', n: 11, counts: [2, 3, 6] });
});

test('twenty answers show the distribution and the word for the spread', () => {
  const answers = [1, 2, 3, 3, 3, 4, 4, 5, 5, 5].flatMap((answer) => [answer, answer]);
  const shown = figureOf(answers, { spread: 'spread', midDisplay: 'shares' });
  assert.deepEqual(shown, {
    kind: 'distribution',
    n: 20,
    mean: { kind: 'mean', value: 3.5 },
    counts: [2, 2, 6, 4, 6],
    spread: 'spread',
  });
});

test('the limits of the bands are those of the rule', () => {
  const limits = [5, 6, 10, 20, 21].map((n) => [shownMean(1, n, scale), shownMean(5, n, scale)]);
  const floors = limits.map(([floor]) => floor?.kind === 'floor' && floor.limit);
  const ceilings = limits.map(([, ceiling]) => ceiling?.kind === 'ceiling' && ceiling.limit);
  assert.deepEqual(floors, [1.4, 1.4, 1.2, 1.1, 1.1]);
  assert.deepEqual(ceilings, [4.6, 4.6, 4.8, 4.9, 4.9]);
});

test('a figure in a band says nothing about where in the band it is', () => {
  assert.deepEqual(figureOf([1, 1, 1, 1, 1]), figureOf([1, 1, 1, 2, 2]));
  assert.deepEqual(figureOf([1, 1, 1, 1, 3]), { kind: 'floor', n: 5, limit: 1.4 });
  assert.deepEqual(figureOf([5, 5, 5, 5, 3]), { kind: 'ceiling', n: 5, limit: 4.6 });
  assert.deepEqual(figureOf([1, 1, 1, 2, 3]), { kind: 'mean', n: 5, value: 1.6 });
});

test('no shown mean tells that nobody answered above the second option', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 19 }), (answers) => {
      const shown = figureOf(answers);
      assert.ok(shown.kind === 'mean' || shown.kind === 'floor' || shown.kind === 'ceiling');
      if (shown.kind === 'mean') {
        const least = (shown.value - 0.05) * answers.length;
        const most = (shown.value + 0.05) * answers.length;
        assert.ok(most - answers.length > 1 && 5 * answers.length - least > 1);
      }
    }),
  );
});

test('what cannot be right is refused: a lower k, a mean off the scale, shares without counts', () => {
  const input = { n: 12, mean: 3, counts: null, scale, midDisplay: 'mean' } as const;
  assert.throws(() => shownFigure({ ...input, k: 4 }), RangeError);
  assert.throws(() => shownFigure({ ...input, mean: NaN }), RangeError);
  assert.throws(() => shownFigure({ ...input, midDisplay: 'shares' }), RangeError);
  assert.throws(() => shownFigure({ ...input, n: 2.5 }), RangeError);
  assert.throws(() => shownFigure({ ...input, counts: [1, 1, 1, 1, 1] }), RangeError);
});

test('while answers come in only steps of five are told', () => {
  assert.deepEqual([0, 4].map(shownResponse), [
    { kind: 'under', limit: 5 },
    { kind: 'under', limit: 5 },
  ]);
  assert.deepEqual([5, 9, 12].map(shownResponse), [
    { kind: 'at least', answers: 5 },
    { kind: 'at least', answers: 5 },
    { kind: 'at least', answers: 10 },
  ]);
  assert.throws(() => shownResponse(-1), RangeError);
});
