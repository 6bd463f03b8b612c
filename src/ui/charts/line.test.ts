import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawChart, type ChartSettings } from './draw.ts';
import type { LineFigure } from './figure.ts';
import { chartTable } from './table.ts';

const point = (at: number, value: number) => ({ at, value, label: `dag ${at}`, short: `d${at}`, words: `${value} %`, note: '' });
const figure = (points: LineFigure['points'], aim?: LineFigure['aim']): LineFigure => ({
  kind: 'line',
  rowHeading: 'Dato',
  valueLabel: '%',
  noteLabel: 'Note',
  points,
  ...(aim === undefined ? {} : { aim }),
});
const settings = (width: ChartSettings['width'] = 720): ChartSettings => ({
  id: 'x',
  title: 'T',
  finding: 'F',
  width,
  locale: 'da',
});
const yOf = (svg: string, part: string): number[] =>
  [...svg.matchAll(new RegExp(`class="chart-${part}"[^>]* y1="([\\d.]+)"`, 'g'))].map((found) => Number(found[1]));

test('figures go from left to right with time and upward with their size, and the newest is told', () => {
  const svg = drawChart(figure([point(0, 10), point(100, 30), point(400, 20)]), settings());
  const path = /class="chart-line" d="([^"]+)"/.exec(svg)?.[1] ?? '';
  const places = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map((found) => [Number(found[1]), Number(found[2])] as const);
  const [[x1, y1] = [0, 0], [x2, y2] = [0, 0], [x3, y3] = [0, 0]] = places;
  assert.ok(x1 < x2 && x2 < x3 && y1 > y3 && y3 > y2);
  assert.match(svg, /font-weight="600">20</);
});

test('what is aimed at is a dashed line, and a band between two', () => {
  const one = drawChart(figure([point(0, 10)], { from: 20, to: null, label: 'Mål: mindst 20' }), settings());
  assert.equal(yOf(one, 'reference').length, 1);
  assert.ok(one.includes('>Mål: mindst 20<') && !one.includes('chart-band'));
  const two = drawChart(figure([point(0, 10)], { from: 20, to: 24, label: 'Mellem' }), settings());
  assert.equal(yOf(two, 'reference').length, 2);
  assert.match(two, /class="chart-band"/);
});

test('one figure is a mark without a line, and none is an empty chart without a fault', () => {
  assert.doesNotMatch(drawChart(figure([point(5, 0)]), settings()), /chart-line/);
  assert.doesNotMatch(drawChart(figure([], { from: 1, to: null, label: '' }), settings(360)), /NaN|Infinity|undefined/);
});

test('whatever the figures, every place is a number inside the picture', () => {
  const points = fc.uniqueArray(fc.tuple(fc.nat(20_000), fc.integer({ min: -1e9, max: 1e9 })), {
    minLength: 1,
    maxLength: 60,
    selector: ([at]) => at,
  });
  fc.assert(
    fc.property(
      points,
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.constantFrom(720 as const, 360 as const),
      (drawn, target, width) => {
        const sorted = drawn.map(([at, value]) => point(at, value)).sort((a, b) => a.at - b.at);
        const svg = drawChart(figure(sorted, { from: target, to: null, label: 'Mål' }), settings(width));
        assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
        for (const [, x = '', y = ''] of svg.matchAll(/translate\(([-\d.]+) ([-\d.]+)\)/g))
          assert.ok(Number(x) >= 0 && Number(x) <= width && Number(y) >= 0 && Number(y) <= 230, `${x} ${y}`);
      },
    ),
    { numRuns: 50 },
  );
});

test('the table says every figure with its day and its note', () => {
  const noted = { ...point(1, 5), note: 'Sommer' };
  assert.deepEqual(chartTable(figure([point(0, 4), noted]), 'da'), {
    columns: ['Dato', '%', 'Note'],
    rows: [
      ['dag 0', '4 %', '–'],
      ['dag 1', '5 %', 'Sommer'],
    ],
  });
});
