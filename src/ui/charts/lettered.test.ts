import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printPalette } from '../print-palette.ts';
import { drawChart, type ChartSettings } from './draw.ts';
import type { IntervalsFigure } from './figure.ts';
import { lettered } from './lettered.ts';

const figure: IntervalsFigure = {
  kind: 'intervals',
  scale: { min: 1, max: 5, minLabel: 'Lav', maxLabel: 'Høj & fin' },
  rowHeading: 'Enhed',
  valueLabel: 'Snit',
  intervalLabel: 'Mellem',
  countLabel: 'Svar',
  rows: [{ label: 'Vest <"1">', reading: { kind: 'value', value: 3.4, low: 3, high: 3.8, count: "8 svar 'i alt'" } }],
};
const settings: ChartSettings = { id: 'x', title: 'Enheder', finding: 'Vest', width: 720, locale: 'da' };

test('a drawing for a document has its words beside it, as they were written', () => {
  const svg = drawChart(figure, { ...settings, palette: printPalette });
  const drawing = lettered(svg);
  assert.ok(!drawing.svg.includes('<text'));
  assert.equal(drawing.words.length, svg.split('<text').length - 1);
  const texts = drawing.words.map((words) => words.text);
  for (const text of ['Vest <"1">', "8 svar 'i alt'", 'Høj & fin', '3,4']) assert.ok(texts.includes(text), text);
  assert.deepEqual([drawing.width, `0 0 720 ${drawing.height}`], [720, /viewBox="([^"]*)"/.exec(svg)?.[1]]);
  for (const { x, y, size, fill } of drawing.words) {
    assert.ok(x >= 0 && x <= drawing.width && y > 0 && y <= drawing.height && size > 8, `${x} ${y} ${size}`);
    assert.match(fill, /^#[0-9a-f]{6}$/);
  }
});

test('a drawing for a page is left to the page', () => {
  assert.throws(() => lettered(drawChart(figure, settings)), RangeError);
});
