import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { figureInWords, figureTyped, readFigure } from './rules.ts';

const read = (typed: string) => {
  const figure = readFigure(typed);
  return figure.ok ? figure.value : figure.problem;
};

test('AA12 a figure is read the way people in Denmark write it', () => {
  const cases: [string, number][] = [
    ['87', 87],
    ['87,5', 87.5],
    ['87.5', 87.5],
    ['87,5 %', 87.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ['12 345', 12_345],
    ['−3,25', -3.25],
    ['0.125', 0.125],
    [' 4,0 ', 4],
    ['-0', 0],
  ];
  for (const [typed, value] of cases) assert.equal(read(typed), value, typed);
});

test('AA12 a figure that can be read in two ways, or not at all, is refused and says which', () => {
  assert.equal(read('1.234'), 'two_ways');
  assert.equal(read('-12.345'), 'two_ways');
  for (const typed of ['', 'ni', '1,2,3', '1,234.5', '12.34,5', '=1+1', '1e9', 'Infinity', '٣', '5 6', '--3', '0x10', '3,'])
    assert.equal(read(typed), 'not_a_figure', typed);
  assert.equal(read('0,12345'), 'decimals');
  assert.equal(read('1000000001'), 'large');
});

const figures = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }).map((whole) => whole / 10_000);

test('AA12 what stands in a field is read again as the same figure', () => {
  fc.assert(fc.property(figures, (value) => assert.equal(read(figureTyped(value)), value === 0 ? 0 : value)));
});

test('AA12 what is shown in Danish is read as the same figure, or refused because of its point; never as another', () => {
  fc.assert(
    fc.property(figures, (value) => {
      const shown = read(figureInWords(value, 'da'));
      assert.ok(shown === 'two_ways' || shown === (value === 0 ? 0 : value), String(shown));
    }),
  );
});

test('AA12 nothing that is typed breaks the reading', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const figure = readFigure(typed);
      if (figure.ok) assert.ok(Number.isFinite(figure.value));
    }),
  );
});

test('figures are shown with what they are counted in', () => {
  assert.equal(figureInWords(1234.5, 'da', 'dage'), '1.234,5\u00a0dage');
  assert.equal(figureInWords(87.5, 'da', '%'), '87,5\u00a0%');
  assert.equal(figureInWords(87.5, 'en', '%'), '87.5%');
});
