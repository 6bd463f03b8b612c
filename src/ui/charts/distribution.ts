import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { stack, stackOffsetNone } from 'd3-shape';
import type { ChartLocale, DistributionFigure } from './figure.ts';
import { legend } from './legend.ts';
import { textWidth } from './lettering.ts';
import { percent } from './numbers.ts';
import type { Part } from './paint.ts';
import { reasonBox } from './reading.ts';
import { sideLabel, topLabel } from './row-label.ts';
import { pen, picture, type ChartSettings, type Pen } from './svg.ts';

const STEPS: Record<number, Part[]> = {
  3: ['step-1', 'step-3', 'step-5'],
  5: ['step-1', 'step-2', 'step-3', 'step-4', 'step-5'],
};
const DARK = new Set<Part>(['step-1', 'step-5']);

/** Shares as one bar per row, laid around the middle of the middle option: to the right agrees, to the left does not. */
export function distribution(figure: DistributionFigure, settings: ChartSettings): string {
  const steps = STEPS[figure.options.length];
  if (!steps) throw new RangeError('A distribution has three or five options');
  const draw = pen(settings.palette);
  const items = figure.options.map((label, index) => ({ label, part: steps[index] ?? 'step-3' }));
  const keys = legend(draw, items, 0, 10, settings.width);
  return settings.width === 720 ? wide(figure, settings, draw, keys, steps) : narrow(figure, settings, draw, keys, steps);
}

type Keys = { drawing: string; height: number };

function wide(figure: DistributionFigure, settings: ChartSettings, draw: Pen, keys: Keys, steps: Part[]): string {
  // The bars end where the longest count begins.
  const right = 720 - Math.max(92, ...figure.rows.map((row) => (row.count ? textWidth(row.count, 13) + 16 : 0)));
  const x = around(figure, 214, right);
  const top = keys.height + 14;
  const bottom = top + figure.rows.length * 40;
  let drawing = keys.drawing;
  figure.rows.forEach((row, index) => {
    const y = top + index * 40 + 20;
    drawing += sideLabel(draw, row.label, 190, y);
    drawing += row.shares
      ? bar(draw, row.shares, steps, x, y, settings.locale)
      : reasonBox(draw, row.reason ?? '', 214, right, y);
    if (row.count) drawing += draw.text(row.count, 720, y + 5, { part: 'soft', size: 13, anchor: 'end' });
  });
  return picture(settings, bottom + 6, draw.line('middle', x(0), top, x(0), bottom) + drawing);
}

function narrow(figure: DistributionFigure, settings: ChartSettings, draw: Pen, keys: Keys, steps: Part[]): string {
  const x = around(figure, 0, 360);
  let y = keys.height + 12;
  let drawing = keys.drawing;
  for (const row of figure.rows) {
    const room = 352 - (row.count ? textWidth(row.count, 13) + 8 : 0);
    if (row.count) drawing += draw.text(row.count, 360, y + 14, { part: 'soft', size: 13, anchor: 'end' });
    const label = topLabel(draw, row.label, room, y);
    drawing += label.drawing;
    y += label.height;
    const at = y + 18;
    drawing += row.shares ? draw.line('middle', x(0), at - 18, x(0), at + 18) : '';
    drawing += row.shares
      ? bar(draw, row.shares, steps, x, at, settings.locale)
      : reasonBox(draw, row.reason ?? '', 0.5, 359.5, at);
    y += 48;
  }
  return picture(settings, y, drawing);
}

/** Zero is the middle of the middle option; the ends are the longest row to each side. */
function around(figure: DistributionFigure, left: number, right: number): ScaleLinear<number, number> {
  const shown = figure.rows.flatMap((row) => (row.shares ? [row.shares] : []));
  const below = Math.max(1, ...shown.map(before));
  const above = Math.max(1, ...shown.map((shares) => 100 - before(shares)));
  return scaleLinear().domain([-below, above]).range([left, right]);
}

function before(shares: number[]): number {
  const middle = (shares.length - 1) / 2;
  return shares.slice(0, middle).reduce((sum, share) => sum + share, 0) + (shares[middle] ?? 0) / 2;
}

function bar(draw: Pen, shares: number[], steps: Part[], x: ScaleLinear<number, number>, y: number, locale: ChartLocale): string {
  const layers = stack<unknown, number[], number>()
    .keys(shares.map((_, index) => index))
    .value((row, key) => row[key] ?? 0)
    .offset(stackOffsetNone)([shares]);
  const shift = -before(shares);
  return layers
    .map((layer, index) => {
      const [from = 0, to = 0] = layer[0] ?? [];
      return segment(draw, x(from + shift), x(to + shift), y, steps[index] ?? 'step-3', to - from, locale);
    })
    .join('');
}

// A hair of paper between the segments, and the number inside where there is room for it.
function segment(draw: Pen, left: number, right: number, y: number, part: Part, share: number, locale: ChartLocale): string {
  if (share <= 0) return '';
  const width = Math.max(1, right - left - 1);
  const words = [percent(share, locale), String(share)].find((text) => textWidth(text, 13) + 5 <= width) ?? '';
  const ink = DARK.has(part) ? 'on-dark' : 'on-light';
  return (
    draw.shape('rect', part, { x: left + 0.5, y: y - 13, width, height: 26 }) +
    (words ? draw.text(words, (left + right) / 2, y + 4.5, { part: ink, size: 13, anchor: 'middle' }) : '')
  );
}
