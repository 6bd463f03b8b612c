import { paint, type Palette, type Part } from './paint.ts';

export type Attributes = Record<string, string | number | undefined>;

/** Text made safe inside an element or a double-quoted attribute. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** What `escapeText` was given. */
export function plainText(escaped: string): string {
  const plain: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return escaped.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => plain[entity] ?? entity);
}

/** One element; children are markup already, so text must pass through `escapeText` first. */
export function element(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeText(String(value))}"`)
    .join('');
  return children === '' ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

// Tenths are finer than any screen shows, and keep the page small.
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export type Anchor = 'start' | 'middle' | 'end';

export type TextStyle = { part?: Part; size?: number; anchor?: Anchor; bold?: boolean };

/** The pen for one drawing: knows whether it paints with classes or with a palette. */
export type Pen = {
  shape: (name: string, part: Part, attributes: Attributes) => string;
  line: (part: Part, x1: number, y1: number, x2: number, y2: number) => string;
  text: (words: string, x: number, y: number, style?: TextStyle) => string;
};

/** Makes the pen of a drawing. */
export function pen(palette?: Palette): Pen {
  return {
    shape: (name, part, attributes) => element(name, { ...paint(part, palette), ...attributes }),
    line: (part, x1, y1, x2, y2) => element('line', { ...paint(part, palette), x1, y1, x2, y2 }),
    text: (words, x, y, { part = 'text', size = 14, anchor = 'start', bold = false } = {}) =>
      element(
        'text',
        {
          ...paint(part, palette),
          x,
          y,
          'font-size': size,
          'text-anchor': anchor === 'start' ? undefined : anchor,
          'font-weight': bold ? 600 : undefined,
        },
        escapeText(words),
      ),
  };
}

export type ChartSettings = {
  /** Unique on the page; the ids of title and description are made from it. */
  id: string;
  title: string;
  /** What the chart shows, in one sentence; it becomes the description. */
  finding: string;
  width: 720 | 360;
  locale: 'da' | 'en';
  palette?: Palette;
};

/** The picture around a drawing: one image with a name and a description. */
export function picture(settings: ChartSettings, height: number, drawing: string): string {
  const id = `${settings.id}-${settings.width}`;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${settings.width} ${Math.ceil(height)}`,
      width: settings.palette ? settings.width : undefined,
      height: settings.palette ? Math.ceil(height) : undefined,
      'font-family': settings.palette ? 'IBM Plex Sans' : undefined,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-finding`,
    },
    element('title', { id: `${id}-title` }, escapeText(settings.title)) +
      element('desc', { id: `${id}-finding` }, escapeText(settings.finding)) +
      drawing,
  );
}
