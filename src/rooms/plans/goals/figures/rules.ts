// Figures as people write them in Denmark: a comma before the decimals, a point or a space between thousands.

export type FigureProblem = 'not_a_figure' | 'two_ways' | 'decimals' | 'large';
export type ReadFigure = { ok: true; value: number } | { ok: false; problem: FigureProblem };

const DECIMALS = 4;
const LARGEST = 1_000_000_000;

/**
 * Reads a figure: 87 or 87,5 or 87.5 or 1.234,5 or 12 345, with a minus and a per cent sign if need be. What can be read in two ways
 * (1.234) is refused, since a figure that is wrong by a thousand is worse than one that has to be typed again.
 */
export function readFigure(typed: string): ReadFigure {
  const text = typed
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\s*%$/, '')
    .replace(/^-\s+/, '-');
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(text)) return { ok: false, problem: 'two_ways' };
  const plain = withoutThousands(text);
  if (!/^-?\d{1,15}(,\d+)?$/.test(plain)) return { ok: false, problem: 'not_a_figure' };
  if ((plain.split(',')[1] ?? '').length > DECIMALS) return { ok: false, problem: 'decimals' };
  const value = Number(plain.replace(',', '.'));
  // There is no minus nothing.
  return Math.abs(value) > LARGEST ? { ok: false, problem: 'large' } : { ok: true, value: value === 0 ? 0 : value };
}

/** The figure with a comma and no marks between thousands; text that is no figure stays what it is. */
function withoutThousands(text: string): string {
  const decimal = /^(-?\d+)\.(\d+)$/.exec(text);
  if (decimal !== null) return `${decimal[1] ?? ''},${decimal[2] ?? ''}`;
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return text.replaceAll('.', '');
  if (/^-?\d{1,3}([ \u00a0\u202f]\d{3})+(,\d+)?$/.test(text)) return text.replaceAll(/[ \u00a0\u202f]/g, '');
  return text;
}

/** A figure as it stands in a field and in a file: with a comma, and read again as the same figure. */
export function figureTyped(value: number): string {
  const fixed = value.toFixed(DECIMALS);
  return fixed.replace(/\.?0+$/, '').replace('.', ',');
}

const FORMATS = {
  da: new Intl.NumberFormat('da-DK', { maximumFractionDigits: DECIMALS }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: DECIMALS }),
};

/** A figure as people read it: 1.234,5 in Danish and 1,234.5 in English, with what it is counted in. */
export function figureInWords(value: number, locale: 'da' | 'en', measure = ''): string {
  const figure = FORMATS[locale].format(value);
  if (measure === '') return figure;
  return measure === '%' && locale === 'en' ? `${figure}%` : `${figure}\u00a0${measure}`;
}
