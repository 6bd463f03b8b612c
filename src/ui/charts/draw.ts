import { bars } from './bars.ts';
import { distribution } from './distribution.ts';
import { dumbbell } from './dumbbell.ts';
import type { ChartFigure } from './figure.ts';
import { intervals } from './intervals.ts';
import { line } from './line.ts';
import type { ChartSettings } from './svg.ts';

export type { ChartSettings } from './svg.ts';

/** The picture of any chart, as SVG; with a palette for documents, without one for pages. */
export function drawChart(figure: ChartFigure, settings: ChartSettings): string {
  switch (figure.kind) {
    case 'dumbbell':
      return dumbbell(figure, settings);
    case 'distribution':
      return distribution(figure, settings);
    case 'intervals':
      return intervals(figure, settings);
    case 'bars':
      return bars(figure, settings);
    case 'line':
      return line(figure, settings);
  }
}
