import { symbol, symbolCircle, symbolSquare } from 'd3-shape';
import { textWidth } from './lettering.ts';
import type { Part } from './paint.ts';
import type { Pen } from './svg.ts';

const CIRCLE = symbol(symbolCircle, 170)() ?? '';
const SQUARE = symbol(symbolSquare, 150)() ?? '';

/** A mark on the scale: a circle for one's own view, a square for the others'. */
export function mark(draw: Pen, part: 'self' | 'others', x: number, y: number): string {
  return draw.shape('path', part, {
    d: part === 'self' ? CIRCLE : SQUARE,
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
  });
}

export type LegendItem = { label: string; part: Part };

/** The keys of a chart in one or more rows from (x, y), and how high they became. */
export function legend(draw: Pen, items: LegendItem[], x: number, y: number, width: number): { drawing: string; height: number } {
  let left = x;
  let top = y;
  let drawing = '';
  for (const { label, part } of items) {
    const size = 22 + textWidth(label, 13);
    if (left > x && left + size > x + width) {
      left = x;
      top += 22;
    }
    drawing += key(draw, part, left + 7, top);
    drawing += draw.text(label, left + 20, top + 4.5, { size: 13 });
    left += size + 18;
  }
  return { drawing, height: top - y + 22 };
}

function key(draw: Pen, part: Part, x: number, y: number): string {
  if (part === 'self' || part === 'others') return mark(draw, part, x, y);
  return draw.shape('rect', part, { x: x - 6, y: y - 6, width: 13, height: 13 });
}
