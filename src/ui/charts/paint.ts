// The parts a chart is painted from. On the screen each is a class and the stylesheet has the colours;
// in a document each is written out from a palette, because nothing there reads our stylesheet.

export const PARTS = [
  'text',
  'soft',
  'grid',
  'axis',
  'link',
  'line',
  'self',
  'others',
  'interval',
  'band',
  'band-edge',
  'hidden',
  'reference',
  'middle',
  'step-1',
  'step-2',
  'step-3',
  'step-4',
  'step-5',
  'on-dark',
  'on-light',
] as const;

export type Part = (typeof PARTS)[number];

export type Palette = Record<Part, { fill: string; stroke?: string; width?: number; dash?: string }>;

/** The attributes that paint a part: its class on the screen, its colours when a palette is given. */
export function paint(part: Part, palette: Palette | undefined): Record<string, string | number | undefined> {
  if (!palette) return { class: `chart-${part}` };
  const { fill, stroke, width, dash } = palette[part];
  return { fill, stroke, 'stroke-width': stroke === undefined ? undefined : (width ?? 1), 'stroke-dasharray': dash };
}
