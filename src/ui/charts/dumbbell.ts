import type { DumbbellFigure } from './figure.ts';
import { legend, mark } from './legend.ts';
import { sideLabel, topLabel } from './row-label.ts';
import { decimal } from './numbers.ts';
import { drawReading, readingCount, readingText } from './reading.ts';
import { gridLines, ruler, scaleWords, type Ruler } from './ruler.ts';
import { pen, picture, type ChartSettings, type Pen } from './svg.ts';

type Row = DumbbellFigure['rows'][number];

/** A leader's own view beside the others' on one scale, theme by theme. */
export function dumbbell(figure: DumbbellFigure, settings: ChartSettings): string {
  return settings.width === 720 ? wide(figure, settings) : narrow(figure, settings);
}

function wide(figure: DumbbellFigure, settings: ChartSettings): string {
  const draw = pen(settings.palette);
  const x = ruler(figure.scale, 214, 520);
  const keys = keysOf(draw, figure, 0, 720);
  const top = keys.height + 16;
  const bottom = top + figure.rows.length * 48;
  let drawing = keys.drawing + gridLines(draw, figure.scale, x, top, bottom);
  figure.rows.forEach((row, index) => {
    const y = top + index * 48 + 24;
    drawing += sideLabel(draw, row.label, 190, y);
    drawing += onScale(draw, row, x, y);
    drawing += wideFigures(draw, row, y, settings);
  });
  return picture(settings, bottom + 40, drawing + scaleWords(draw, figure.scale, x, bottom));
}

function wideFigures(draw: Pen, row: Row, y: number, { locale }: ChartSettings): string {
  const count = readingCount(row.others);
  const self = row.self === null ? '–' : decimal(row.self, locale);
  let drawing = mark(draw, 'self', 548, y) + draw.text(self, 560, y + 5, { bold: true });
  drawing += mark(draw, 'others', 602, y) + draw.text(readingText(row.others, locale), 614, y + (count ? -2 : 5), { bold: true });
  if (count) drawing += draw.text(count, 614, y + 15, { part: 'soft', size: 12.5 });
  return drawing;
}

function narrow(figure: DumbbellFigure, settings: ChartSettings): string {
  const draw = pen(settings.palette);
  const x = ruler(figure.scale, 10, 350);
  const keys = keysOf(draw, figure, 0, 360);
  let rows = '';
  let y = keys.height + 14;
  for (const row of figure.rows) {
    const label = topLabel(draw, row.label, 356, y);
    y += label.height;
    rows += label.drawing + gridLines(draw, figure.scale, x, y + 4, y + 32);
    rows += onScale(draw, row, x, y + 18);
    rows += narrowFigures(draw, row, y + 52, settings);
    y += 74;
  }
  return picture(settings, y + 40, keys.drawing + rows + scaleWords(draw, figure.scale, x, y));
}

function narrowFigures(draw: Pen, row: Row, y: number, { locale }: ChartSettings): string {
  const words = [readingText(row.others, locale), readingCount(row.others)].filter(Boolean).join(' · ');
  return (
    mark(draw, 'self', 8, y - 4.5) +
    draw.text(row.self === null ? '–' : decimal(row.self, locale), 20, y, { size: 13 }) +
    mark(draw, 'others', 68, y - 4.5) +
    draw.text(words, 80, y, { size: 13 })
  );
}

function onScale(draw: Pen, row: Row, x: Ruler, y: number): string {
  if (row.others.kind === 'hidden' || row.self === null) return drawReading(draw, row.others, x, y);
  const link = row.others.kind === 'value' ? draw.line('link', x(row.self), y, x(row.others.value), y) : '';
  return drawReading(draw, row.others, x, y, link) + mark(draw, 'self', x(row.self), y);
}

function keysOf(draw: Pen, figure: DumbbellFigure, x: number, width: number): { drawing: string; height: number } {
  return legend(
    draw,
    [
      { label: figure.selfLabel, part: 'self' },
      { label: figure.othersLabel, part: 'others' },
    ],
    x,
    10,
    width,
  );
}
