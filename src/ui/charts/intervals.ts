import type { IntervalsFigure } from './figure.ts';
import { textWidth } from './lettering.ts';
import { drawReading, readingCount, readingText } from './reading.ts';
import { sideLabel, topLabel } from './row-label.ts';
import { gridLines, ruler, scaleWords, type Ruler } from './ruler.ts';
import { pen, picture, type ChartSettings, type Pen } from './svg.ts';

/** Dots with their intervals on one scale, in the order given. */
export function intervals(figure: IntervalsFigure, settings: ChartSettings): string {
  return settings.width === 720 ? wide(figure, settings) : narrow(figure, settings);
}

function wide(figure: IntervalsFigure, settings: ChartSettings): string {
  const draw = pen(settings.palette);
  const x = ruler(figure.scale, 214, 560);
  const top = figure.reference ? 26 : 4;
  const bottom = top + figure.rows.length * 40;
  let rows = '';
  figure.rows.forEach(({ label, reading }, index) => {
    const y = top + index * 40 + 20;
    const count = readingCount(reading);
    rows += sideLabel(draw, label, 190, y);
    rows += drawReading(draw, reading, x, y);
    rows += draw.text(readingText(reading, settings.locale), 584, y + (count ? -2 : 5), { bold: true });
    if (count) rows += draw.text(count, 584, y + 15, { part: 'soft', size: 12.5 });
  });
  const ground = gridLines(draw, figure.scale, x, top, bottom) + reference(draw, figure, x, top, bottom);
  return picture(settings, bottom + 40, ground + rows + scaleWords(draw, figure.scale, x, bottom));
}

function narrow(figure: IntervalsFigure, settings: ChartSettings): string {
  const draw = pen(settings.palette);
  const x = ruler(figure.scale, 10, 350);
  const top = figure.reference ? 26 : 4;
  let rows = '';
  let y = top;
  for (const { label, reading } of figure.rows) {
    const words = [readingText(reading, settings.locale), readingCount(reading)]
      .filter((part) => part !== '' && part !== '–')
      .join(' · ');
    rows += draw.text(words, 360, y + 14, { size: 13, anchor: 'end' });
    const above = topLabel(draw, label, 348 - textWidth(words, 13), y);
    y += above.height;
    rows += above.drawing + gridLines(draw, figure.scale, x, y + 4, y + 32) + referenceLine(draw, figure, x, y + 2, y + 34);
    rows += drawReading(draw, reading, x, y + 18);
    y += 46;
  }
  return picture(settings, y + 40, reference(draw, figure, x, top, top) + rows + scaleWords(draw, figure.scale, x, y));
}

// The word stands on the side of the line where there is most room.
function reference(draw: Pen, figure: IntervalsFigure, x: Ruler, top: number, bottom: number): string {
  if (!figure.reference) return '';
  const at = x(figure.reference.value);
  const [left = 0, right = 0] = x.range();
  const anchor = at > (left + right) / 2 ? 'end' : 'start';
  return (
    referenceLine(draw, figure, x, top - 8, bottom) +
    draw.text(figure.reference.label, at + (anchor === 'end' ? 4 : -4), top - 13, { size: 13, anchor })
  );
}

function referenceLine(draw: Pen, figure: IntervalsFigure, x: Ruler, top: number, bottom: number): string {
  if (!figure.reference) return '';
  const at = x(figure.reference.value);
  return draw.line('reference', at, top, at, bottom);
}
