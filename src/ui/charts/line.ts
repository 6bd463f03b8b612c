import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { LineFigure } from './figure.ts';
import { textWidth } from './lettering.ts';
import { mark } from './legend.ts';
import { pen, picture, type ChartSettings, type Pen } from './svg.ts';

type Axis = ScaleLinear<number, number>;
type Frame = { left: number; right: number; top: number; bottom: number; x: Axis; y: Axis };

/** Figures over time with what is aimed at: a dashed line, or a band between two. */
export function line(figure: LineFigure, settings: ChartSettings): string {
  const draw = pen(settings.palette);
  const frame = frameOf(figure, settings);
  const drawing =
    aimed(draw, figure, frame) +
    grid(draw, figure, frame, settings) +
    way(draw, figure, frame) +
    days(draw, figure, frame) +
    newest(draw, figure, frame, settings);
  return picture(settings, frame.bottom + 26, drawing);
}

function frameOf(figure: LineFigure, settings: ChartSettings): Frame {
  const values = [...figure.points.map((point) => point.value), ...endsOf(figure)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = most === least ? Math.max(1, Math.abs(most) * 0.1) : (most - least) * 0.12;
  const bottom = settings.width === 720 ? 230 : 190;
  const y = scaleLinear()
    .domain([least >= 0 ? Math.max(0, least - air) : least - air, most + air])
    .nice(4)
    .range([bottom - 8, 30]);
  const left = 12 + Math.max(...y.ticks(4).map((tick) => textWidth(tickWords(tick, settings), 12.5)));
  const right = settings.width - 14;
  const at = figure.points.map((point) => point.at);
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([left + 16, right - 12]);
  return { left, right, top: 22, bottom, x, y };
}

const endsOf = ({ aim }: LineFigure): number[] => [aim?.from ?? null, aim?.to ?? null].filter((end) => end !== null);

function tickWords(tick: number, { locale }: ChartSettings): string {
  return new Intl.NumberFormat(locale === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 4 }).format(tick);
}

function grid(draw: Pen, figure: LineFigure, { left, right, bottom, y }: Frame, settings: ChartSettings): string {
  const lines = y.ticks(4).map((tick) => {
    const words = draw.text(tickWords(tick, settings), left - 8, y(tick) + 4.5, { part: 'soft', size: 12.5, anchor: 'end' });
    return draw.line('grid', left, y(tick), right, y(tick)) + words;
  });
  const unit = draw.text(figure.valueLabel, 0, 12, { part: 'soft', size: 12.5 });
  return lines.join('') + draw.line('axis', left, bottom, right, bottom) + unit;
}

/** What is aimed at, under everything else; its words stand where the line of figures is farther away. */
function aimed(draw: Pen, { aim, points }: LineFigure, { left, right, x, y }: Frame): string {
  if (aim === undefined) return '';
  const ends = [aim.from, aim.to].filter((end) => end !== null);
  let drawing = '';
  if (aim.from !== null && aim.to !== null) {
    const height = Math.max(2, y(aim.from) - y(aim.to));
    drawing += draw.shape('rect', 'band', { x: left, y: y(aim.to), width: right - left, height });
  }
  for (const end of ends) drawing += draw.line('reference', left, y(end), right, y(end));
  const at = aim.to ?? aim.from ?? 0;
  const away = (point: { value: number } | undefined) => Math.abs(y(point?.value ?? at) - (y(at) - 8));
  const atLeft = away(points[0]) >= away(points.at(-1)) || x.domain()[0] === x.domain()[1];
  return (
    drawing + draw.text(aim.label, atLeft ? left + 4 : right - 2, y(at) - 6, { size: 12.5, anchor: atLeft ? 'start' : 'end' })
  );
}

function way(draw: Pen, { points }: LineFigure, { x, y }: Frame): string {
  const path = points
    .map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)}`)
    .join('');
  const drawn = points.length > 1 ? draw.shape('path', 'line', { d: path }) : '';
  // Many figures are read as a line; marks on each would hide it.
  const marked = points.length <= 24 ? points : points.slice(-1);
  return drawn + marked.map((point) => mark(draw, 'others', x(point.at), y(point.value))).join('');
}

/** The first and the last day, and those between for which there is room. */
function days(draw: Pen, { points }: LineFigure, { right, bottom, x }: Frame): string {
  let drawing = '';
  const last = points.at(-1);
  if (last === undefined) return drawing;
  const width = (label: string) => textWidth(label, 12.5) + 14;
  const lastLeft = Math.min(x(last.at) + width(last.short) / 2, right + 12) - width(last.short);
  let free = 0;
  for (const point of points.slice(0, -1)) {
    const from = Math.max(0, x(point.at) - width(point.short) / 2);
    if (from < free || from + width(point.short) > lastLeft) continue;
    drawing += draw.text(point.short, from + width(point.short) / 2, bottom + 18, { part: 'soft', size: 12.5, anchor: 'middle' });
    free = from + width(point.short);
  }
  const middle = lastLeft + width(last.short) / 2;
  return drawing + draw.text(last.short, middle, bottom + 18, { part: 'soft', size: 12.5, anchor: 'middle' });
}

/** The newest figure, above its mark or below it: where neither what is aimed at nor the line that leads there runs through it. */
function newest(draw: Pen, figure: LineFigure, { right, x, y, top, bottom }: Frame, settings: ChartSettings): string {
  const last = figure.points.at(-1);
  if (last === undefined) return '';
  const before = figure.points.at(-2);
  const words = tickWords(last.value, settings);
  const middle = Math.min(x(last.at), right - textWidth(words, 14) / 2 + 10);
  const hindrances = (side: 1 | -1): number => {
    const at = y(last.value) + side * 20;
    const crossed = endsOf(figure).some((end) => Math.abs(y(end) - at) < 12) ? 1 : 0;
    const led = before !== undefined && Math.sign(y(before.value) - y(last.value)) === side ? 1 : 0;
    return crossed + led + (at - 8 < top || at + 8 > bottom ? 3 : 0);
  };
  const above = hindrances(-1) <= hindrances(1);
  return draw.text(words, middle, y(last.value) + (above ? -14 : 26), { bold: true, anchor: 'middle' });
}
