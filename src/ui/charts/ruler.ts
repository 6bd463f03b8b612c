import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Scale } from './figure.ts';
import type { Pen } from './svg.ts';

export type Ruler = ScaleLinear<number, number>;

/** The answer scale laid out from left to right. */
export function ruler(scale: Scale, left: number, right: number): Ruler {
  return scaleLinear().domain([scale.min, scale.max]).range([left, right]).clamp(true);
}

/** A thin line for each step of the scale. */
export function gridLines(draw: Pen, scale: Scale, x: Ruler, top: number, bottom: number): string {
  return steps(scale)
    .map((step) => draw.line('grid', x(step), top, x(step), bottom))
    .join('');
}

/** The numbers of the scale and the words at its ends; they take 40 units below `bottom`. */
export function scaleWords(draw: Pen, scale: Scale, x: Ruler, bottom: number): string {
  let drawing = steps(scale)
    .map((step) => draw.text(String(step), x(step), bottom + 16, { part: 'soft', size: 13, anchor: 'middle' }))
    .join('');
  drawing += draw.text(scale.minLabel, x(scale.min) - 4, bottom + 33, { part: 'soft', size: 13 });
  drawing += draw.text(scale.maxLabel, x(scale.max) + 4, bottom + 33, { part: 'soft', size: 13, anchor: 'end' });
  return drawing;
}

function steps({ min, max }: Scale): number[] {
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}
