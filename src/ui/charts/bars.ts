import { scaleLinear } from 'd3-scale';
import type { BarsFigure } from './figure.ts';
import { sideLabel, topLabel } from './row-label.ts';
import { textWidth } from './lettering.ts';
import { pen, picture, type ChartSettings, type Pen } from './svg.ts';

/** Counts as bars from nothing, in the order given; each with its words at the end. */
export function bars(figure: BarsFigure, settings: ChartSettings): string {
  return settings.width === 720 ? wide(figure, settings) : narrow(figure, settings);
}

function wide(figure: BarsFigure, settings: ChartSettings): string {
  const draw = pen(settings.palette);
  const right = 712 - Math.max(40, ...figure.rows.map((row) => textWidth(row.words, 13) + 10));
  const x = scaleLinear()
    .domain([0, Math.max(1, figure.most)])
    .range([214, right]);
  const height = figure.rows.length * 32 + 8;
  let rows = draw.line('axis', 214, 4, 214, height - 4);
  figure.rows.forEach((row, index) => {
    const y = index * 32 + 20;
    rows += sideLabel(draw, row.label, 190, y) + bar(draw, 214, x(row.value), y);
    rows += draw.text(row.words, x(row.value) + 8, y + 5, { size: 13 });
  });
  return picture(settings, height, rows);
}

function narrow(figure: BarsFigure, settings: ChartSettings): string {
  const draw = pen(settings.palette);
  const x = scaleLinear()
    .domain([0, Math.max(1, figure.most)])
    .range([0, 350]);
  let rows = '';
  let y = 2;
  for (const row of figure.rows) {
    rows += draw.text(row.words, 360, y + 14, { size: 13, anchor: 'end' });
    const above = topLabel(draw, row.label, Math.max(140, 348 - textWidth(row.words, 13)), y);
    y += above.height;
    rows += draw.line('grid', 0, y + 14, 350, y + 14) + bar(draw, 0, x(row.value), y + 14);
    y += 34;
  }
  return picture(settings, y, rows);
}

/** A bar to the right of where it begins; what is nothing has none. */
function bar(draw: Pen, from: number, to: number, y: number): string {
  return to <= from ? '' : draw.shape('rect', 'others', { x: from, y: y - 8, width: to - from, height: 16, rx: 2 });
}
