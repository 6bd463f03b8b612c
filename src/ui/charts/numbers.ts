import type { ChartLocale } from './figure.ts';

// Made once: a format takes twenty times as long to make as to use, and a report has hundreds of numbers.
const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const FORMATS = { da: new Intl.NumberFormat('da-DK', ONE_DECIMAL), en: new Intl.NumberFormat('en-GB', ONE_DECIMAL) };

/** A mean with one decimal, written the way the language writes it. */
export function decimal(value: number, locale: ChartLocale): string {
  return FORMATS[locale].format(value);
}

/** A whole share: "39 %" in Danish (never broken over two lines), "39%" in English. */
export function percent(value: number, locale: ChartLocale): string {
  return locale === 'da' ? `${value}\u00a0%` : `${value}%`;
}

/** Two ends of an interval. */
export function span(low: number, high: number, locale: ChartLocale): string {
  return `${decimal(low, locale)}–${decimal(high, locale)}`;
}
