import { wrap } from './lettering.ts';
import type { Pen } from './svg.ts';

/** The name of a row to the left of it, in one or two lines around the middle y. */
export function sideLabel(draw: Pen, label: string, width: number, y: number): string {
  const lines = wrap(label, width, 14, 2);
  return lines.map((line, at) => draw.text(line, 0, y + 5 + (at - (lines.length - 1) / 2) * 17)).join('');
}

/** The name of a row above it, from the height y, and how high it became. */
export function topLabel(draw: Pen, label: string, width: number, y: number): { drawing: string; height: number } {
  const lines = wrap(label, width, 14, 3);
  return {
    drawing: lines.map((line, at) => draw.text(line, 0, y + 14 + at * 18, { bold: true })).join(''),
    height: lines.length * 18,
  };
}
