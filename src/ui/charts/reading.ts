import type { Band, ChartLocale, Hidden, Reading, Value } from './figure.ts';
import { mark } from './legend.ts';
import { wrap } from './lettering.ts';
import { decimal } from './numbers.ts';
import type { Ruler } from './ruler.ts';
import type { Pen } from './svg.ts';

/** One reading on the scale at height y: dot with bar, open-ended bar, or a dashed box with the reason; `link` goes over the bar and under the dot. */
export function drawReading(draw: Pen, reading: Reading, x: Ruler, y: number, link = ''): string {
  if (reading.kind === 'hidden') return drawHidden(draw, reading, x, y);
  if (reading.kind === 'value') return drawValue(draw, reading, x, y, link);
  return drawBand(draw, reading, x, y);
}

/** The words beside a reading. */
export function readingText(reading: Reading, locale: ChartLocale): string {
  if (reading.kind === 'hidden') return '–';
  return reading.kind === 'value' ? decimal(reading.value, locale) : reading.text;
}

/** How many answered, as told; nothing for what is not shown. */
export function readingCount(reading: Reading): string {
  return reading.kind === 'hidden' ? '' : (reading.count ?? '');
}

/** A dashed box across the scale with the reason in it. */
export function reasonBox(draw: Pen, reason: string, left: number, right: number, y: number): string {
  const words = wrap(reason, right - left - 16, 13, 1)[0] ?? '';
  return (
    draw.shape('rect', 'hidden', { x: left, y: y - 13, width: right - left, height: 26, rx: 3 }) +
    draw.text(words, (left + right) / 2, y + 4.5, { part: 'soft', size: 13, anchor: 'middle' })
  );
}

function drawHidden(draw: Pen, { reason }: Hidden, x: Ruler, y: number): string {
  const [left = 0, right = 0] = x.range();
  return reasonBox(draw, reason, left, right, y);
}

function drawValue(draw: Pen, { value, low, high }: Value, x: Ruler, y: number, link: string): string {
  const bar =
    low === undefined || high === undefined
      ? ''
      : draw.shape('rect', 'interval', { x: x(low), y: y - 8, width: Math.max(2, x(high) - x(low)), height: 16, rx: 3 });
  return bar + link + mark(draw, 'others', x(value), y);
}

// The bound is a firm edge; the other end is open and says so with an arrow.
function drawBand(draw: Pen, { kind, value }: Band, x: Ruler, y: number): string {
  const [left = 0, right = 0] = x.range();
  const edge = x(value);
  const open = kind === 'atMost' ? left : right;
  const inward = kind === 'atMost' ? 6 : -6;
  return (
    draw.shape('rect', 'band', { x: Math.min(edge, open), y: y - 8, width: Math.abs(edge - open), height: 16 }) +
    draw.line('band-edge', edge, y - 10, edge, y + 10) +
    draw.shape('path', 'band-edge', {
      d: `M${(open + inward).toFixed(1)} ${y - 5}L${open.toFixed(1)} ${y}L${(open + inward).toFixed(1)} ${y + 5}`,
    })
  );
}
