import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printPalette } from '../print-palette.ts';
import { drawChart, type ChartSettings } from './draw.ts';
import type { BarsFigure, ChartFigure, DistributionFigure, DumbbellFigure, IntervalsFigure, LineFigure } from './figure.ts';

const scale = { min: 1, max: 5, minLabel: 'Lav', maxLabel: 'Høj' };
const hostile = '<script>alert("1")</script> & \'mere\'';

const dumbbell: DumbbellFigure = {
  kind: 'dumbbell',
  scale,
  rowHeading: 'Tema',
  selfLabel: 'Mig',
  othersLabel: 'De andre',
  intervalLabel: 'Mellem',
  countLabel: 'Svar',
  rows: [
    { label: 'Retning', self: 4.2, others: { kind: 'value', value: 3.5, low: 3.2, high: 3.8, count: '12 svar' } },
    { label: hostile, self: 3, others: { kind: 'atMost', value: 1.4, text: '1,4 eller lavere', count: '8 svar' } },
    { label: 'Trivsel', self: 4, others: { kind: 'hidden', reason: 'For få svar' } },
  ],
};
const distribution: DistributionFigure = {
  kind: 'distribution',
  rowHeading: 'Tema',
  countLabel: 'Svar',
  options: ['A', 'B', 'C', 'D', hostile],
  rows: [
    { label: 'Retning', shares: [7, 11, 15, 39, 28], count: '212 svar' },
    { label: 'Trivsel', shares: null, reason: 'For få svar' },
  ],
};
const intervals: IntervalsFigure = {
  kind: 'intervals',
  scale,
  rowHeading: 'Enhed',
  valueLabel: 'Snit',
  intervalLabel: 'Mellem',
  countLabel: 'Svar',
  reference: { value: 3.6, label: 'Alle' },
  rows: [
    { label: 'Øst', reading: { kind: 'value', value: 3.9, low: 3.6, high: 4.2, count: '64 svar' } },
    { label: 'Vest', reading: { kind: 'hidden', reason: 'For få svar' } },
    { label: hostile, reading: { kind: 'atLeast', value: 4.6, text: '4,6 eller højere' } },
  ],
};
const bars: BarsFigure = {
  kind: 'bars',
  rowHeading: 'Uge',
  valueLabel: 'Læst',
  most: 40,
  rows: [
    { label: 'Uge 1', value: 40, words: '40 gange' },
    { label: hostile, value: 0, words: hostile },
  ],
};
const line: LineFigure = {
  kind: 'line',
  rowHeading: 'Dato',
  valueLabel: hostile,
  noteLabel: 'Note',
  points: [
    { at: 0, label: '1. januar', short: 'jan.', value: 3, words: '3 dage', note: hostile },
    { at: 31, label: '1. februar', short: hostile, value: 4.5, words: hostile, note: '' },
  ],
  aim: { from: 4, to: 6, label: hostile },
};
const figures: ChartFigure[] = [dumbbell, distribution, intervals, bars, line];
const widths = [720, 360] as const;

function settings(changes: Partial<ChartSettings> = {}): ChartSettings {
  return { id: 'tema', title: 'Titel', finding: 'Det viser den', width: 720, locale: 'da', ...changes };
}

for (const figure of figures) {
  for (const width of widths) {
    test(`a ${figure.kind} of width ${width} is one image with a name and its finding`, () => {
      const svg = drawChart(figure, settings({ width }));
      assert.match(
        svg,
        new RegExp(
          `^<svg [^>]*viewBox="0 0 ${width} \\d+"[^>]*role="img" aria-labelledby="tema-${width}-title tema-${width}-finding"`,
        ),
      );
      assert.ok(svg.includes(`<title id="tema-${width}-title">Titel</title>`));
      assert.ok(svg.includes(`<desc id="tema-${width}-finding">Det viser den</desc>`));
    });

    test(`a ${figure.kind} of width ${width} has no inline style and no colour of its own on a page`, () => {
      const svg = drawChart(figure, settings({ width }));
      assert.doesNotMatch(svg, /style=|<style|fill="|stroke="|#[0-9a-f]{3}/i);
    });

    test(`a ${figure.kind} of width ${width} writes people's words as text, never as markup`, () => {
      const svg = drawChart(figure, settings({ width, title: hostile, finding: hostile }));
      assert.ok(!svg.includes('<script'));
      assert.equal((svg.match(/&lt;script&gt;/g) ?? []).length >= 3, true);
    });

    if (figure.kind !== 'bars' && figure.kind !== 'line')
      test(`a ${figure.kind} of width ${width} shows what is held back as a dashed box with its reason`, () => {
        const svg = drawChart(figure, settings({ width }));
        assert.match(svg, /<rect class="chart-hidden"/);
        assert.ok(svg.includes('For få svar'));
      });

    test(`a ${figure.kind} of width ${width} has no number that is not a number`, () => {
      assert.doesNotMatch(drawChart(figure, settings({ width })), /NaN|undefined|Infinity/);
    });

    test(`a ${figure.kind} of width ${width} in a document carries its colours and no class`, () => {
      const svg = drawChart(figure, settings({ width, palette: printPalette }));
      assert.doesNotMatch(svg, /class=|var\(/);
      assert.match(svg, /fill="#[0-9a-f]{6}"/);
      assert.match(svg, new RegExp(`width="${width}" height="\\d+" font-family="IBM Plex Sans"`));
    });
  }
}

test('numbers are written the way the language writes them', () => {
  assert.ok(drawChart(dumbbell, settings()).includes('>3,5<'));
  assert.ok(drawChart(dumbbell, settings({ locale: 'en' })).includes('>3.5<'));
});

test('one’s own view is a circle and the others a square, so colour is not needed to tell them apart', () => {
  const svg = drawChart(dumbbell, settings());
  const self = /class="chart-self" d="([^"]+)"/.exec(svg)?.[1] ?? '';
  const others = /class="chart-others" d="([^"]+)"/.exec(svg)?.[1] ?? '';
  assert.match(self, /A/);
  assert.doesNotMatch(others, /A/);
});

test('where the others are held back, one’s own dot is not placed on the scale beside them', () => {
  const only = { ...dumbbell, rows: dumbbell.rows.slice(2) };
  const marks = drawChart(only, settings()).match(/class="chart-self"/g) ?? [];
  assert.equal(marks.length, 2, 'the key of the chart and the figure column');
});

test('a figure told as a bound is an open-ended bar with its wording and no dot', () => {
  const only = { ...intervals, rows: intervals.rows.slice(2) };
  const svg = drawChart(only, settings());
  assert.match(svg, /class="chart-band"/);
  assert.ok(svg.includes('4,6 eller højere'));
  assert.doesNotMatch(svg, /chart-others/);
});

test('rows stand in the order given', () => {
  const svg = drawChart(intervals, settings());
  assert.ok(svg.indexOf('>Øst<') < svg.indexOf('>Vest<'));
});

test('a distribution with other than three or five options is refused', () => {
  assert.throws(() => drawChart({ ...distribution, options: ['A', 'B'] }, settings()), RangeError);
});
